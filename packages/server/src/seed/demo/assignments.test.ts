import { describe, expect, it } from 'vitest';
import { makeAssignments } from './assignments.ts';
import { makeCourses } from './courses.ts';
import { currentTerm } from './terms.ts';

const courses = makeCourses();
const assignments = makeAssignments(courses);

describe('the assignments of the demo', () => {
  it('are the same at every run', () => {
    expect(makeAssignments(makeCourses())).toEqual(assignments);
    expect(assignments.length).toBeGreaterThan(700);
  });

  it('are due in their term, at the end of a day in New York', () => {
    const terms = new Map(courses.map(({ id, term }) => [id, term]));
    for (const { courseId, due_at } of assignments) {
      const term = terms.get(courseId);
      expect(due_at > (term?.start_at ?? '') && due_at < (term?.end_at ?? '')).toBe(true);
      expect(due_at).toMatch(/T0[34]:59:59Z$|T0[45]:59:59Z$/);
    }
  });

  it('have names that are theirs within a course', () => {
    const one = courses.find(({ term, state }) => term === currentTerm && state === 'available');
    const names = assignments.filter(({ courseId }) => courseId === one?.id).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
