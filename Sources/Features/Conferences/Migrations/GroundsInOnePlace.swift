/// A referral keeps its grounds as they stood in the register of grounds, with what it tells; those
/// of before keep the words they had.
enum GroundsInOnePlace {
  static let text = """
    ALTER TABLE conference_case ADD COLUMN grounds {text};
    ALTER TABLE conference_case RENAME COLUMN basis TO first_basis;
    ALTER TABLE conference_case RENAME COLUMN condition TO first_condition;
    ALTER TABLE conference_case ADD COLUMN basis {text};
    ALTER TABLE conference_case ADD COLUMN condition {text};
    UPDATE conference_case SET basis = first_basis, condition = first_condition;
    ALTER TABLE conference_case DROP COLUMN first_basis;
    ALTER TABLE conference_case DROP COLUMN first_condition;
    """
}
