/// Grounds end and others take their place; referrals made on them keep them.
enum GroundsInVersions {
  static let text = """
    ALTER TABLE conference_criterion ADD COLUMN ended_at {text};
    """
}
