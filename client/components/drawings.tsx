/** Drawings of our own: decoration beside words, so all are hidden from screen readers and none can be focused. */
import { kindPath } from '../drawings/kinds.ts';
import { plans } from '../drawings/layouts.ts';
import { type Sign, signs } from '../drawings/signs.ts';

/** A sign beside a word that says the same. */
export function Icon({ name }: { name: Sign }) {
  return (
    <svg
      class={`mh-sign mh-sign--${name}`}
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d={signs[name]} />
    </svg>
  );
}

/** Who is coming. */
export function ProfileIcon({ profile }: { profile: string }) {
  return profile in signs ? <Icon name={profile as Sign} /> : null;
}

/** The kind of place: a village hall where the kind has no drawing of its own. */
export function KindIcon({ kind }: { kind: string }) {
  return (
    <svg
      class="mh-sign mh-sign--kind"
      viewBox="0 0 16 16"
      width="20"
      height="20"
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d={kindPath(kind)} />
    </svg>
  );
}

/** How a room is laid out, from above; nothing for a layout that we cannot draw. */
export function LayoutDrawing({ layout }: { layout: string }) {
  const plan = plans[layout];
  if (!plan) return null;
  return (
    <svg
      class="mh-plan"
      viewBox="0 0 48 36"
      width="48"
      height="36"
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      {plan.front && <path class="mh-plan__front" d={plan.front} />}
      {plan.tables && <path class="mh-plan__tables" d={plan.tables} />}
      <path class="mh-plan__seats" d={plan.seats} />
    </svg>
  );
}
