/** The article's network for tests of what stands above the engine, from the setup that the app opens with. */
import { article } from '../../src/tasks/article';
import { shapeOf, valuesOf } from '../../src/tasks/setup';

export const articleShape = shapeOf(article);
export const articleValues = valuesOf(article);
