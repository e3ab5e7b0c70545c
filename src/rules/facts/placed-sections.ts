import type { YamlPath } from '../../read/places.ts';
import type { ResolvedSection } from '../../resolve/policy-model.ts';

/** A section with its path in the policy's file. */
type PlacedSection = { section: ResolvedSection; path: YamlPath };

/** Every section of a policy and those inside it, in the order of the page. */
export function allSections(sections: readonly ResolvedSection[], before: YamlPath = []): PlacedSection[] {
  return sections.flatMap((section, index) => {
    const path = [...before, 'sections', index];
    return [{ section, path }, ...allSections(section.sections, path)];
  });
}
