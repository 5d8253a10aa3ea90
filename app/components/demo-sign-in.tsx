import type { DemoPerson } from '#app/domain/demo-person.ts';
import { useWords } from './words.tsx';

/** A button for each of the invented people; nothing where there are none, as anywhere outside the demo. */
export const DemoSignIn = ({ people, next }: { people: DemoPerson[]; next: string }) => {
  const { language, t } = useWords();
  if (people.length === 0) return null;
  return (
    <form method="post" action={`/${language}/sign-in/demo`} className="demo-people">
      <input type="hidden" name="next" value={next} />
      {people.map((person) => (
        <button key={person} className="button" type="submit" name="person" value={person}>
          {t(`sign-in.demo-${person}`)}
        </button>
      ))}
    </form>
  );
};
