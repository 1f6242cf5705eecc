interface Section {
  title: string;
  says: string[];
  list?: string[];
}

/**
 * The accessibility statement, in the form that the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
 * Accessibility Regulations 2018 ask for. What stands in square brackets is the authority's to fill in.
 */
export const accessibility: { title: string; lead: string; sections: Section[] } = {
  title: 'Accessibility statement for Throughline',
  lead: 'This statement is about the service by which the staff of [name of the authority] work with families. It is run by [name of the authority].',
  sections: [
    {
      title: 'How accessible this service is',
      says: [
        'We want as many people as possible to be able to use it. Every page can be used with the keyboard alone, at 400% zoom, with a screen 400 pixels wide, and with the colours and text sizes you set.',
        'Some parts are not fully accessible:',
      ],
      list: [
        'The drawing of the pathway is a picture that can be moved with the keyboard, but how its steps follow on one another is easier to learn from the outline beside it.',
        'Files that people attach, such as scanned letters, may have no text that can be read aloud.',
        'The service has been tested by machine and by keyboard. It has not yet been tested by people who use screen readers every day.',
      ],
    },
    {
      title: 'What to do if you cannot use a part of it',
      says: [
        'Tell [name and team], by e-mail at [address] or by telephone at [number]. Say which page it was and what you wanted to do. You will hear from us within [number] working days.',
      ],
    },
    {
      title: 'Reporting problems with accessibility',
      says: [
        'If you find a problem that is not listed here, or think that the law is not met, write to [address].',
        'The Equality and Human Rights Commission (EHRC) enforces these regulations. If you are not happy with our answer, contact the Equality Advisory and Support Service (EASS).',
      ],
    },
    {
      title: 'Technical information',
      says: [
        '[Name of the authority] is committed to making this service accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.',
        'The service is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, because of the parts listed above.',
      ],
    },
    {
      title: 'What is not accessible, and why',
      says: [
        'Not meeting the regulations: files attached by staff before they are checked (success criterion 1.1.1, 1.3.1). Templates of the service itself are accessible.',
        'Not yet known: how well the editor of the pathway works with a screen reader (success criteria 1.3.1, 4.1.2). Its outline and forms offer the same by ordinary controls.',
        'No disproportionate burden is claimed.',
      ],
    },
    {
      title: 'How this statement was prepared',
      says: [
        'It was prepared on 23 November 2026. Every page was tested by axe and with the keyboard at 1280 and 400 pixels, in a Chromium browser, as part of each release. The conformance report lists each success criterion with how it was tested.',
        'It was last reviewed on [date]. The authority reviews it when the service changes, and at least once a year.',
      ],
    },
  ],
};
