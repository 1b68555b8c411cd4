/// A case has the number of the person it is about, so that people can be counted.
///
/// It is that of their first case. Cases of before are the same person's where one was found to repeat
/// the other.
enum PeopleOfCases {
  static let text = """
    ALTER TABLE conference_case ADD COLUMN person {i64};
    WITH RECURSIVE chain (id, first) AS (
      SELECT id, id FROM conference_case WHERE repeat_of IS NULL
      UNION ALL
      SELECT c.id, chain.first FROM conference_case c JOIN chain ON c.repeat_of = chain.id
    )
    UPDATE conference_case SET person = (
      SELECT chain.first FROM chain WHERE chain.id = conference_case.id);
    """
}
