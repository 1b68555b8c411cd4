/// The rules the program came with, as statements of its first schema.
///
/// They are rows, not constants: what is law on a day is read from the database, where an
/// administrator adds to them. Each names its section, so that it can be checked; ``LawAsRead`` says
/// which were read since, and mends what differed.
enum ShippedLaw {
  static let text = sets + part1 + oldPart2 + parts3And4 + expedited + sentencing + local + act2026

  private static let sets = """
    INSERT INTO orders_law_set
      (key, title, source, territory, effective_from, effective_to, note, is_shipped, made_at)
    VALUES
      ('asbcpa-2014-part-1', 'Injunctions',
        'Anti-social Behaviour, Crime and Policing Act 2014', 'England and Wales', '2015-03-23',
        NULL, 'Part 1 of the Act.', 1, '2026-11-28T00:00:00.000Z'),
      ('asbcpa-2014-part-2', 'Criminal behaviour orders until the Sentencing Code',
        'Anti-social Behaviour, Crime and Policing Act 2014', 'England and Wales', '2014-10-20',
        '2020-11-30', 'Part 2 of the Act, for convictions before 1 December 2020.', 1,
        '2026-11-28T00:00:00.000Z'),
      ('asbcpa-2014', 'Dispersal, community protection, public spaces and closure',
        'Anti-social Behaviour, Crime and Policing Act 2014', 'England and Wales', '2014-10-20',
        NULL, 'Parts 3 to 5 of the Act.', 1, '2026-11-28T00:00:00.000Z'),
      ('pcsca-2022', 'Expedited public spaces protection orders',
        'Anti-social Behaviour, Crime and Policing Act 2014, as amended in 2022',
        'England and Wales', '2022-06-28', NULL,
        'Inserted by the Police, Crime, Sentencing and Courts Act 2022, Schedule 7.', 1,
        '2026-11-28T00:00:00.000Z'),
      ('sentencing-2020', 'Criminal behaviour orders', 'Sentencing Act 2020',
        'England and Wales', '2020-12-01', NULL, 'Part 11, chapter 1 of the Sentencing Code.', 1,
        '2026-11-28T00:00:00.000Z'),
      ('local', 'Local procedure', 'the partnership''s own procedure', 'The partnership''s area',
        '2014-10-20', NULL,
        'Not law: what most partnerships agree. Set your own beside it where it differs.', 1,
        '2026-11-28T00:00:00.000Z'),
      ('cpa-2026-dispersal', 'Longer dispersal', 'Crime and Policing Act 2026',
        'England and Wales', NULL, NULL,
        'Check commencement: passed on 29 April 2026; the day it comes into force was not known when this set was written. Check the section too.',
        1, '2026-11-28T00:00:00.000Z'),
      ('cpa-2026-penalties', 'Higher fixed penalties', 'Crime and Policing Act 2026',
        'England and Wales', NULL, NULL,
        'Check commencement: passed on 29 April 2026; the day it comes into force was not known when this set was written. Check the section too.',
        1, '2026-11-28T00:00:00.000Z'),
      ('cpa-2026-respect', 'Respect orders', 'Crime and Policing Act 2026',
        'England and Wales', NULL, NULL,
        'Check commencement: passed on 29 April 2026; the day it comes into force was not known when this set was written. Check the section too.',
        1, '2026-11-28T00:00:00.000Z');

    """

  private static let part1 = """
    INSERT INTO orders_law_rule (law_set, power, name, value, section) VALUES
      ('asbcpa-2014-part-1', 'injunction', 'minimum-age', 10, 'section 1(1)'),
      ('asbcpa-2014-part-1', 'injunction', 'longest-months-youth', 12, 'section 1(6)'),
      ('asbcpa-2014-part-1', 'injunction', 'youth-team', 1, 'section 14(1)(a)');

    """

  private static let oldPart2 = """
    INSERT INTO orders_law_rule (law_set, power, name, value, section) VALUES
      ('asbcpa-2014-part-2', 'criminal-behaviour', 'minimum-age', 10, 'section 22(1)'),
      ('asbcpa-2014-part-2', 'criminal-behaviour', 'shortest-months', 24, 'section 25(5)'),
      ('asbcpa-2014-part-2', 'criminal-behaviour', 'shortest-months-youth', 12, 'section 25(4)'),
      ('asbcpa-2014-part-2', 'criminal-behaviour', 'longest-months-youth', 36, 'section 25(4)'),
      ('asbcpa-2014-part-2', 'criminal-behaviour', 'youth-team', 1, 'section 22(8)'),
      ('asbcpa-2014-part-2', 'criminal-behaviour', 'review-months-youth', 12, 'section 28');

    """

  private static let parts3And4 = """
    INSERT INTO orders_law_rule (law_set, power, name, value, section) VALUES
      ('asbcpa-2014', 'dispersal', 'minimum-age', 10, 'section 36(1)'),
      ('asbcpa-2014', 'dispersal', 'longest-hours', 48, 'section 35(4)'),
      ('asbcpa-2014', 'dispersal', 'authorisation-hours', 48, 'section 34(1)'),
      ('asbcpa-2014', 'protection-warning', 'minimum-age', 16, 'section 43(1)'),
      ('asbcpa-2014', 'protection-notice', 'minimum-age', 16, 'section 43(1)'),
      ('asbcpa-2014', 'protection-notice', 'warning-first', 1, 'section 43(5)(a)'),
      ('asbcpa-2014', 'protection-notice', 'appeal-days', 21, 'section 46(2)'),
      ('asbcpa-2014', 'protection-notice', 'penalty-days', 14, 'section 52'),
      ('asbcpa-2014', 'protection-notice', 'penalty-pounds', 100, 'section 52'),
      ('asbcpa-2014', 'public-spaces', 'longest-months', 36, 'section 60(1)'),
      ('asbcpa-2014', 'public-spaces', 'appeal-days', 42, 'section 66'),
      ('asbcpa-2014', 'public-spaces', 'penalty-days', 14, 'section 68'),
      ('asbcpa-2014', 'public-spaces', 'penalty-pounds', 100, 'section 68'),
      ('asbcpa-2014', 'closure-notice', 'longest-hours', 24, 'section 77(1)'),
      ('asbcpa-2014', 'closure-notice', 'longest-hours-senior', 48, 'section 77(2)'),
      ('asbcpa-2014', 'closure-notice', 'hearing-hours', 48, 'section 80(3) and (4)'),
      ('asbcpa-2014', 'closure-order', 'longest-months', 3, 'section 80(6)'),
      ('asbcpa-2014', 'closure-order', 'longest-months-in-all', 6, 'section 82(8)'),
      ('asbcpa-2014', 'closure-order', 'appeal-days', 21, 'section 84'),
      ('asbcpa-2014', 'possession', 'appeal-days', 7, 'section 96');

    """

  private static let expedited = """
    INSERT INTO orders_law_rule (law_set, power, name, value, section) VALUES
      ('pcsca-2022', 'expedited-public-spaces', 'longest-months', 6, 'section 60A'),
      ('pcsca-2022', 'expedited-public-spaces', 'penalty-days', 14, 'section 68'),
      ('pcsca-2022', 'expedited-public-spaces', 'penalty-pounds', 100, 'section 68');

    """

  private static let sentencing = """
    INSERT INTO orders_law_rule (law_set, power, name, value, section) VALUES
      ('sentencing-2020', 'criminal-behaviour', 'minimum-age', 10, 'section 331(1)'),
      ('sentencing-2020', 'criminal-behaviour', 'shortest-months', 24, 'section 334(5)'),
      ('sentencing-2020', 'criminal-behaviour', 'shortest-months-youth', 12, 'section 334(4)'),
      ('sentencing-2020', 'criminal-behaviour', 'longest-months-youth', 36, 'section 334(4)'),
      ('sentencing-2020', 'criminal-behaviour', 'youth-team', 1, 'section 331(5)'),
      ('sentencing-2020', 'criminal-behaviour', 'review-months-youth', 12, 'section 337');

    """

  private static let local = """
    INSERT INTO orders_law_rule (law_set, power, name, value, section) VALUES
      ('local', 'warning', 'minimum-age', 10, 'warnings'),
      ('local', 'acceptable-behaviour', 'minimum-age', 10, 'contracts'),
      ('local', 'acceptable-behaviour', 'longest-months', 12, 'contracts'),
      ('local', 'acceptable-behaviour', 'support-first', 1, 'young people'),
      ('local', 'community-remedy', 'minimum-age', 10, 'community remedy document'),
      ('local', 'community-remedy', 'support-first', 1, 'young people'),
      ('local', 'protection-notice', 'support-first', 1, 'young people'),
      ('local', 'injunction', 'support-first', 1, 'young people'),
      ('local', 'criminal-behaviour', 'support-first', 1, 'young people');

    """

  private static let act2026 = """
    INSERT INTO orders_law_rule (law_set, power, name, value, section) VALUES
      ('cpa-2026-dispersal', 'dispersal', 'longest-hours', 72, 'Part 1'),
      ('cpa-2026-dispersal', 'dispersal', 'authorisation-hours', 72, 'Part 1'),
      ('cpa-2026-penalties', 'protection-notice', 'penalty-pounds', 500, 'Part 1'),
      ('cpa-2026-penalties', 'public-spaces', 'penalty-pounds', 500, 'Part 1'),
      ('cpa-2026-respect', 'respect-order', 'minimum-age', 18, 'Part 1');
    """
}
