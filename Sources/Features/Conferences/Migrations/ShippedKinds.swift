/// The kinds of conference that are shipped; their coordinators change their rules.
///
/// Numbers are settings, each with its source in the row.
enum ShippedKinds {
  static let text = """
    INSERT INTO conference_kind (key, place, title, is_apart, subject_title, other_title, source,
      purpose, statement, agenda, cadence_days, emergency_days, research_days, repeat_months,
      flag_months, case_minutes, minutes_days, agencies, roles, adult_women, adult_women_source)
    VALUES
    ('marac', 1, 'MARAC (domestic abuse)', 1, 'Person at risk', 'Person who harms',
      'SafeLives: 14 or more of 24 on the DASH checklist, repeat within 12 months of the last referral, the order of the agenda, 40 cases per 10,000 adult women. Cadence, minutes and days are local.',
      'Plans the safety of those at the highest risk of serious harm from domestic abuse.',
      '\(statement) Whoever harms is not told that a case is heard, nor what is said.',
      'actions children adults flags other', 14, 3, 5, 12, 12, 12, 90,
      '\(everyone)', '\(roles)', NULL, ''),
    ('community-marac', 2, 'Community MARAC', 0, 'Person at risk', 'Person or group who harms',
      'Islington community MARAC: a score over 31, escalation, professional judgement or the need of several bodies. Cadence, minutes and days are local.',
      'Plans the safety of vulnerable people who suffer from anti-social behaviour.',
      '\(statement)', 'actions cases flags other', 28, 5, 7, 12, 12, 12, 180,
      '\(everyone)', '\(roles)', NULL, ''),
    ('hate-panel', 3, 'Hate incidents panel', 0, 'Person or group targeted', 'Person who targets',
      'Local practice of the partnership: settings to be agreed.',
      'Sees that every hate incident is looked into and those it targets are supported.',
      '\(statement)', 'actions cases other', 28, 5, 7, 12, 0, 10, 180,
      '\(everyone)', '\(roles)', NULL, ''),
    ('gangs', 4, 'Gangs meeting', 0, 'Person or group', '',
      'Local practice of the partnership: settings to be agreed.',
      'Keeps young people out of gangs and acts on serious violence.',
      '\(statement)', 'actions children adults other', 14, 2, 4, 12, 0, 10, 180,
      'council police housing health probation voluntary', '\(roles)', NULL, ''),
    ('tension', 5, 'Tension monitoring group', 0, 'Community or place', '',
      'Community tensions are classed as experienced, evidenced or potential. Cadence is local.',
      'Notices tensions between communities early and acts before somebody is hurt.',
      '\(statement)', 'actions cases other', 14, 1, 2, 0, 0, 8, 180,
      '\(everyone)', '\(roles)', NULL, ''),
    ('death-review', 6, 'Domestic abuse related death review', 1, 'Person who died', 'Person who harmed',
      'Domestic Violence, Crime and Victims Act 2004, section 9; times are local and follow the guidance of the Home Office.',
      'Learns from a death that had to do with domestic abuse.',
      '\(statement) What the family says is used as they agreed.',
      'actions cases other', 56, 28, 28, 0, 0, 60, 365,
      '\(everyone)', '\(roles)', NULL, '');

    INSERT INTO conference_criterion (kind, place, key, title, least, most, is_repeat) VALUES
    ('marac', 1, 'score', 'Visible high risk: a score of 14 or more', 14, 24, 0),
    ('marac', 2, 'judgement', 'Professional judgement', NULL, NULL, 0),
    ('marac', 3, 'escalation', 'Escalation: incidents grow in number or in harm', NULL, NULL, 0),
    ('marac', 4, 'repeat', 'Repeat: a further incident within 12 months of the last referral', NULL, NULL, 1),
    ('community-marac', 1, 'score', 'A score over 31', 32, NULL, 0),
    ('community-marac', 2, 'judgement', 'Professional judgement', NULL, NULL, 0),
    ('community-marac', 3, 'escalation', 'Escalation: incidents grow in number or in harm', NULL, NULL, 0),
    ('community-marac', 4, 'several', 'Several bodies have to act together', NULL, NULL, 0),
    ('community-marac', 5, 'repeat', 'Repeat: referred before, within the time of the rules', NULL, NULL, 1),
    ('hate-panel', 1, 'again', 'Targeted more than once', NULL, NULL, 0),
    ('hate-panel', 2, 'harm', 'Serious harm, or fear of it', NULL, NULL, 0),
    ('hate-panel', 3, 'judgement', 'Professional judgement', NULL, NULL, 0),
    ('hate-panel', 4, 'repeat', 'Repeat: referred before, within the time of the rules', NULL, NULL, 1),
    ('gangs', 1, 'violence', 'Serious violence, done or threatened', NULL, NULL, 0),
    ('gangs', 2, 'drawn-in', 'Somebody under 18 is being drawn in', NULL, NULL, 0),
    ('gangs', 3, 'judgement', 'Professional judgement', NULL, NULL, 0),
    ('tension', 1, 'experienced', 'Experienced: people in the community say it', NULL, NULL, 0),
    ('tension', 2, 'evidenced', 'Evidenced: incidents or records show it', NULL, NULL, 0),
    ('tension', 3, 'potential', 'Potential: an event or decision may cause it', NULL, NULL, 0),
    ('death-review', 1, 'death', 'A death that had, or seems to have had, to do with domestic abuse', NULL, NULL, 0);
    """

  private static let statement =
    "What is said here is shared under section 115 of the Crime and Disorder Act 1998 to prevent harm, "
    + "and used for nothing else. Facts and views are told apart. It is kept apart from other files: "
    + "nothing is copied into one without a reason that is written down. Whoever cannot keep to this "
    + "says so and leaves."
  private static let everyone = "council fire health housing police probation voluntary"
  private static let roles = "coordinator manager officer partner"
}
