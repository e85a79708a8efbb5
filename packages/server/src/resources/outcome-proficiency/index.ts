/**
 * Proficiency Ratings: https://canvas.instructure.com/doc/api/proficiency_ratings.html
 *
 * They are kept and handed down. Outcomes go by them only behind a feature of Canvas's (account_level_mastery_scales) that
 * is off here as it is there at first.
 */
import create from './create.ts';
import show from './show.ts';

export default [...create, ...show];
