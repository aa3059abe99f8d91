/** Words of a sentence that are heard and not seen. */
import type { ComponentChildren } from 'preact';

export const hide = (children: ComponentChildren) => <span class="govuk-visually-hidden">{children}</span>;
