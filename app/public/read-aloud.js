// Reads a question and its answers aloud with the browser's own voice; without one the buttons stay hidden.

if ('speechSynthesis' in window)
  for (const button of document.querySelectorAll('[data-read]')) {
    button.removeAttribute('hidden');
    button.addEventListener('click', () => {
      const texts = [...(button.closest('fieldset')?.querySelectorAll('[data-spoken]') ?? [])];
      const spoken = new SpeechSynthesisUtterance(texts.map((one) => one.textContent).join('. '));
      spoken.lang = document.documentElement.lang === 'en' ? 'en-GB' : 'nl-BE';
      spoken.rate = 0.9;
      speechSynthesis.cancel();
      speechSynthesis.speak(spoken);
    });
  }
