/** The script of the pages of plans: small, for members only, and every page works without it. */
import './plan-ask.ts';
import './plan-figures.ts';
import './plan-watch.ts';
