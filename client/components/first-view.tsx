/**
 * The end of what a person sees at first: a browser draws what stands above it before it reads on, so that a slow phone
 * has two short tasks where it had a long one. A stylesheet in the body makes it do so, and this one is empty: once it is
 * there, or has failed, the page is the same as without it.
 */
export const FirstViewEnds = () => <link rel="stylesheet" href="/assets/first-view.css" />;
