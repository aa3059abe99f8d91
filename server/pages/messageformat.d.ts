/** The library's own types say that its class is under `.default`, which is not so where modules are modules. */
declare module '@messageformat/core' {
  export default class MessageFormat {
    constructor(locale: string | undefined);
    compile(message: string): (values?: Record<string, string | number>) => string;
  }
}
declare module '@messageformat/core/compile-module.js' {
  import type MessageFormat from '@messageformat/core';
  export default function compileModule(format: MessageFormat, strings: object): string;
}
