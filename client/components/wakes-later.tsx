/**
 * A part of a page that wakes in a step of its own: as HTML it is there from the start, and a slow phone answers its
 * user between the page and the part. Nothing inside may be needed for the first touch; links and forms work by themselves.
 */
import { type ComponentChild, hydrate, render } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LanguageContext, useLanguage } from '../language/context.tsx';

/** What the server sent is left as it is. */
const asSent = { __html: '' };

export function WakesLater({ children }: { children: ComponentChild }) {
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const woken = useRef(false);
  const [due, setDue] = useState(false);
  useEffect(() => {
    const step = setTimeout(() => setDue(true));
    return () => clearTimeout(step);
  }, []);
  useLayoutEffect(() => {
    if (!due || !box.current) return;
    const part = <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
    if (woken.current) render(part, box.current);
    else hydrate(part, box.current);
    woken.current = true;
  });
  useEffect(() => {
    const part = box.current;
    return () => {
      if (part) render(null, part);
    };
  }, []);
  if (typeof document === 'undefined') return <div class="mh-part">{children}</div>;
  return <div class="mh-part" ref={box} dangerouslySetInnerHTML={asSent} />;
}
