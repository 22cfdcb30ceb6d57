/**
 * The recipes of frameworks are the files of the projects that `npm run test:embed` makes, checks, builds and walks:
 * recipes/react.mdx, recipes/vue.mdx, recipes/svelte.mdx, recipes/angular.mdx.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filesIn } from '../files.ts';
import { snippets } from './snippets.ts';

it.each(['react', 'vue', 'svelte', 'angular'])('%s', (name) => {
  const page = `stories/docs/recipes/${name}.mdx`;
  const files = filesIn(`test/embed/projects/${name}`).map((file) =>
    readFileSync(file, 'utf8').trimEnd(),
  );
  const codes = snippets
    .filter((each) => each.page === page && each.language !== 'sh')
    .map(({ code }) => code);
  expect(codes.length).toBeGreaterThanOrEqual(3);
  for (const code of codes) expect(files).toContain(code);
});

it('the policy of two versions on one page is that of the page that is walked (test/journey/embedding.test.ts)', () => {
  const page = 'stories/docs/recipes/content-security-policy.mdx';
  const [policy] = snippets.filter(
    (each) => each.page === page && each.says.get('by') === 'test/docs/recipes.test.ts',
  );
  const lines = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  const walked = readFileSync('test/embed/projects/html/pages/two.html', 'utf8');
  expect(lines(walked)).toContain(lines(policy!.code));
});
