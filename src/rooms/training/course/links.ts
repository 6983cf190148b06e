import { mine } from '#rooms/recruiting/paths.ts';
import * as paths from '../paths.ts';

/** The addresses of one learner's course: with the secret of their link in them, or their own when they sign in. */
export interface CourseLinks {
  readonly back: { readonly href: string; readonly label: string };
  readonly home: string;
  readonly outside: string;
  readonly certificate: string;
  readonly screen: (module: string, screen: number) => string;
  readonly check: (module: string) => string;
  readonly answers: (module: string) => string;
}

export const linksBySecret = (secret: string): CourseLinks => ({
  back: { href: mine({ secret }), label: 'Where you are' },
  home: paths.mineCourse({ secret }),
  outside: paths.mineOutside({ secret }),
  certificate: paths.mineCertificate({ secret }),
  screen: (module, screen) => paths.mineScreen({ secret, module, screen: String(screen) }),
  check: (module) => paths.mineCheck({ secret, module }),
  answers: (module) => paths.mineAnswers({ secret, module }),
});

export const linksSignedIn: CourseLinks = {
  back: { href: '/volunteering', label: 'Volunteering' },
  home: paths.ownCourse(),
  outside: paths.ownOutside(),
  certificate: paths.ownCertificate(),
  screen: (module, screen) => paths.ownScreen({ module, screen: String(screen) }),
  check: (module) => paths.ownCheck({ module }),
  answers: (module) => paths.ownAnswers({ module }),
};

/** Where to go on: the screen somebody was at, or the questions of that part. */
export const goOn = (
  links: CourseLinks,
  at: { readonly module: string; readonly screen: number },
  screens: number,
): string => (at.screen > screens ? links.check(at.module) : links.screen(at.module, at.screen));
