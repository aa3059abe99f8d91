/** Modules that `vite.config.ts` makes from the message files. */
declare module 'virtual:messages/*' {
  import type { Messages } from './messages.ts';

  const messages: Messages;
  export default messages;
}
