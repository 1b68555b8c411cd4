/// What the shipped law says since: which sets are law, the extension of a closure notice, support first of
/// three more powers, and the rest of the Act of 2026.
enum LawSince {
  static let text = kinds + extensions + support + act2026

  /// A set somebody added before is the partnership's own: it may be stricter than an Act, never looser.
  private static let kinds = """
    ALTER TABLE orders_law_set ADD COLUMN is_law {i64} NOT NULL DEFAULT 0;
    UPDATE orders_law_set SET is_law = 1 WHERE is_shipped = 1 AND key <> 'local';

    """

  private static let extensions = """
    INSERT INTO orders_law_rule (law_set, power, name, value, section) VALUES
      ('asbcpa-2014', 'closure-notice', 'extension-hours', 24, 'section 77(4)');
    UPDATE orders_law_set SET version = version + 1 WHERE key = 'asbcpa-2014';

    """

  private static let support = """
    INSERT INTO orders_law_rule (law_set, power, name, value, section) VALUES
      ('local', 'warning', 'support-first', 1, 'young people'),
      ('local', 'protection-warning', 'support-first', 1, 'young people'),
      ('local', 'dispersal', 'support-first', 1, 'young people');
    UPDATE orders_law_set SET version = version + 1 WHERE key = 'local';

    """

  private static let sets: [(key: String, title: String, note: String)] = [
    (
      "cpa-2026-youth-injunctions", "Youth injunctions",
      "Injunctions against people from 10 to 17, in place of those of Part 1 of the Act of 2014."
    ),
    (
      "cpa-2026-housing-injunctions", "Housing injunctions",
      "Injunctions for conduct that has to do with housing, against people of 18 and over. It "
        + "has no number to hold an order against."
    ),
    (
      "cpa-2026-risk-assessment", "Risk assessment before an application",
      "Whoever applies for a respect order or an injunction assesses the risk first. It has no number "
        + "to hold an order against: write the assessment into what the order rests on."
    ),
    (
      "cpa-2026-closure-providers", "Closure by registered providers of housing",
      "Registered providers may issue closure notices for premises they own or manage, and apply for "
        + "closure orders. It has no number of its own."
    ),
    (
      "cpa-2026-policing-body-review", "Review of case reviews by the local policing body",
      "Somebody who is not content with a case review may ask the local policing body. It limits no "
        + "power: see the procedure of case reviews."
    ),
    (
      "cpa-2026-data", "Duty to supply data",
      "Bodies supply the Home Secretary with information about anti-social behaviour. It limits no power."
    ),
    (
      "cpa-2026-expedited-penalties", "Higher fixed penalties for expedited orders",
      "The penalty for breaking an expedited public spaces order."
    ),
  ]

  private static let act2026 =
    sets.map { set in
      """
      INSERT INTO orders_law_set (key, title, source, territory, effective_from, effective_to, note,
        is_shipped, is_law, made_at)
      VALUES ('\(set.key)', '\(set.title)', 'Crime and Policing Act 2026', 'England and Wales', NULL,
        NULL, 'Check commencement: passed on 29 April 2026; the day it comes into force was not known when this set was written. Check the section too. \(set.note)',
        1, 1, '2026-11-29T00:00:00.000Z');

      """
    }.joined() + """
      INSERT INTO orders_law_rule (law_set, power, name, value, section) VALUES
        ('cpa-2026-youth-injunctions', 'injunction', 'longest-months-youth', 12, 'Part 1'),
        ('cpa-2026-expedited-penalties', 'expedited-public-spaces', 'penalty-pounds', 500, 'Part 1');
      """
}
