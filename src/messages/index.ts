/**
 * Every sentence a person reads, by area. A namespace, not an object, so that each area is loaded with what says it: write
 * `messages.chart.title`, and never hand `messages` itself on. A second language is a second set of areas of the same types.
 */
export * as messages from './en';
