/** What is said of a layer, as a form sends it. */
import type { Language } from '../../client/language/language.ts';
import type { FormFault } from '../../client/logic/form.ts';
import { type Layer, NewLayer } from '../demand/schema.ts';
import type { Typed } from '../people/kept-form.ts';
import { textOf } from './form.ts';

const words = ['name', 'unit', 'source', 'licence', 'attribution'] as const;

/** What was typed, and what is wrong with it. */
export function readLayer(typed: Typed, { t }: Language): { layer: NewLayer; faults: FormFault[] } {
  const said = Object.fromEntries(words.map((name) => [name, textOf(typed, name)])) as Record<
    (typeof words)[number],
    string
  >;
  const faults = words.flatMap((name): FormFault[] => {
    const most = Number(NewLayer.properties[name].maxLength);
    const isFine = said[name].length <= most && (said[name] !== '' || name === 'attribution');
    return isFine ? [] : [{ field: name, sentence: t(`demand.error_${name}`, { most }) }];
  });
  const organisation = textOf(typed, 'organisationId');
  const { attribution, ...rest } = said;
  return {
    layer: {
      organisationId: /^\d{1,9}$/.test(organisation) ? Number(organisation) : 0,
      ...rest,
      ...(attribution && { attribution }),
      public: textOf(typed, 'public') === 'yes',
    },
    faults,
  };
}

/** The same as fields of a form. */
export const typedLayer = (layer: Layer): Typed => ({
  ...Object.fromEntries(words.map((name) => [name, layer[name] ?? ''])),
  public: layer.public ? 'yes' : 'no',
});
