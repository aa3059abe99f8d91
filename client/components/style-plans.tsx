/** On the page of styles: the maps and charts of a plan. */
import {
  dottedPlan,
  outlinedPlan,
  planFairness,
  planGroups,
  planSource,
} from '../logic/style-samples-plans.ts';
import { AccessMap } from './plan/access-map.tsx';
import { BeforeAfter } from './plan/before-after.tsx';
import { GroupBars } from './plan/group-bars.tsx';
import { LorenzChart } from './plan/lorenz-chart.tsx';
import { PlanSource } from './plan/plan-source.tsx';
import { TravelBands } from './plan/travel-bands.tsx';
import { Part } from './style-parts.tsx';

export function StylePlans() {
  return (
    <>
      <Part name="planMaps">
        <BeforeAfter drawing={outlinedPlan} id="sample" />
        <AccessMap drawing={dottedPlan} which="after" id="sample-dots" />
      </Part>
      <Part name="planCharts">
        <TravelBands drawing={outlinedPlan} unit="people" />
        <GroupBars groups={planGroups} unit="people" />
        <LorenzChart fairness={planFairness} id="sample-lorenz" />
        <PlanSource {...planSource} />
      </Part>
    </>
  );
}
