import type { ShippedCourse } from '../course/course.shape.ts';
import { safeguarding1 } from './safeguarding-1.ts';

/** Every course that ships with us, each version once. */
export const shippedCourses: readonly ShippedCourse[] = [safeguarding1];
