// Copies the text of a field with one press; a browser without a clipboard for pages keeps the field alone.

if (navigator.clipboard)
  for (const button of document.querySelectorAll('[data-copy]')) {
    const id = button.getAttribute('data-copy') ?? '';
    const field = document.getElementById(id);
    const words = button.querySelector('[data-copy-text]');
    const status = document.querySelector(`[data-copy-status="${id}"]`);
    button.removeAttribute('hidden');
    button.addEventListener('click', async () => {
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
      field.select();
      await navigator.clipboard.writeText(field.value);
      const copied = button.getAttribute('data-copied') ?? '';
      if (words) words.textContent = copied;
      if (status) status.textContent = copied;
    });
  }
