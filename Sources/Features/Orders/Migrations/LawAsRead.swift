/// The shipped rules as their sections read, as statements of a schema.
///
/// Sections 1, 2, 14, 22 to 30, 34 to 39, 43 to 52, 59 to 61, 63, 66 to 68, 72, 76 to 84, 86 and 94 to 97
/// of the Act of 2014, section 82 of and Schedule 7 to the Act of 2022, sections 330 to 342 of the
/// Sentencing Code and section 50 of the Act of 1933 were read for it, as published. Of the Act of 2026
/// the text was not found: its sets stay without dates. An order keeps the rules as they stood when it
/// was made.
enum LawAsRead {
  static let text =
    pinpoints.map { rule in
      """
      UPDATE orders_law_rule SET section = '\(rule.section)'
      WHERE law_set = '\(rule.set)' AND power = '\(rule.power)' AND name = '\(rule.limit)';

      """
    }.joined() + added

  private static let age = "(Children and Young Persons Act 1933, section 50)"

  private static let pinpoints: [(set: String, power: String, limit: String, section: String)] = [
    ("asbcpa-2014-part-1", "injunction", "youth-team", "section 14(1)(a) and (2)(a)"),
    ("asbcpa-2014-part-2", "criminal-behaviour", "minimum-age", "section 22(1) \(age)"),
    ("asbcpa-2014-part-2", "criminal-behaviour", "review-months-youth", "section 28(1) and (2)"),
    ("asbcpa-2014", "protection-notice", "penalty-days", "section 52(5)"),
    ("asbcpa-2014", "protection-notice", "penalty-pounds", "section 52(7)"),
    ("asbcpa-2014", "public-spaces", "appeal-days", "section 66(3)"),
    ("asbcpa-2014", "public-spaces", "penalty-days", "section 68(4)"),
    ("asbcpa-2014", "public-spaces", "penalty-pounds", "section 68(6)"),
    ("asbcpa-2014", "closure-order", "appeal-days", "section 84(5)"),
    ("asbcpa-2014", "possession", "appeal-days", "section 96 (Housing Act 1985, section 85ZA(2))"),
    ("pcsca-2022", "expedited-public-spaces", "longest-months", "section 60A(1)"),
    ("pcsca-2022", "expedited-public-spaces", "penalty-days", "section 68(4)"),
    ("pcsca-2022", "expedited-public-spaces", "penalty-pounds", "section 68(6)"),
    ("sentencing-2020", "criminal-behaviour", "minimum-age", "section 331(1) \(age)"),
    ("sentencing-2020", "criminal-behaviour", "review-months-youth", "section 337(1) and (2)"),
  ]

  /// An expedited order can be extended within its six months alone and be questioned as any other; an
  /// extension has its own limit.
  private static let added = """
    INSERT INTO orders_law_rule (law_set, power, name, value, section) VALUES
      ('asbcpa-2014', 'public-spaces', 'extension-months', 36, 'section 60(3)(a)'),
      ('asbcpa-2014', 'closure-order', 'extension-months', 3, 'section 82(7)'),
      ('pcsca-2022', 'expedited-public-spaces', 'longest-months-in-all', 6,
        'section 60A(1) and (2)'),
      ('pcsca-2022', 'expedited-public-spaces', 'appeal-days', 42, 'section 66(3)');

    UPDATE orders_law_set SET version = version + 1
    WHERE key IN ('asbcpa-2014-part-1', 'asbcpa-2014-part-2', 'asbcpa-2014', 'pcsca-2022',
      'sentencing-2020');

    UPDATE orders_law_set
    SET note = 'Inserted by the Police, Crime, Sentencing and Courts Act 2022, section 82 and Schedule 7.'
    WHERE key = 'pcsca-2022';
    """
}
