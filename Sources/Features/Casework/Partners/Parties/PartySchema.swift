/// Parties name the record of their share; the ground of those before it stays where it was.
enum PartySchema {
  static let shares = """
    ALTER TABLE case_party ADD COLUMN share {text};
    ALTER TABLE case_party RENAME COLUMN basis TO first_basis;
    ALTER TABLE case_party RENAME COLUMN condition TO first_condition;
    ALTER TABLE case_party ADD COLUMN basis {text};
    ALTER TABLE case_party ADD COLUMN condition {text};
    UPDATE case_party SET basis = first_basis, condition = first_condition;
    ALTER TABLE case_party DROP COLUMN first_basis;
    ALTER TABLE case_party DROP COLUMN first_condition;
    """
}
