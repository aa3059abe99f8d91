/** The maps of a plan: before and with it, or only with it where nothing was there before; and the one that moves. */
import type { Plan } from '../../../server/plan/schema.ts';
import type { Drawing } from '../../logic/plan-drawing.ts';
import type { Settings } from '../../pages/data.ts';
import { AccessMap } from './access-map.tsx';
import { BeforeAfter } from './before-after.tsx';
import { MoveMap } from './move-map.tsx';

interface Props {
  drawing: Drawing;
  plan: Pick<Plan, 'id' | 'question'>;
  settings: Settings;
}

export function PlanMaps({ drawing, plan, settings }: Props) {
  const isBefore = drawing.signs.some(({ included }) => included);
  return (
    <>
      {isBefore ? (
        <BeforeAfter drawing={drawing} id="map" />
      ) : (
        <AccessMap drawing={drawing} which="after" id="map" isNow={plan.question.kind === 'coverage'} />
      )}
      {!drawing.gathered && <MoveMap plan={plan.id} settings={settings} picture="map" isBefore={isBefore} />}
    </>
  );
}
