import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { SpeechProvider } from './components/words.tsx';
import type { Language } from './domain/checklist.ts';
import { translator, type Words } from './domain/words.ts';

// The words of a page travel with it, so that no word list is loaded twice.
const language = document.documentElement.lang as Language;
const words = JSON.parse(document.getElementById('words')?.textContent ?? '{}') as Words;

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <SpeechProvider value={{ language, t: translator(language, words), words, said: new Set() }}>
        <RemixBrowser />
      </SpeechProvider>
    </StrictMode>,
  );
});
