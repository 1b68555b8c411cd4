/// What the shipped kinds say of law, as it was read since, as statements of a schema.
///
/// Section 9 of the Domestic Violence, Crime and Victims Act 2004 and section 19 of the Victims and
/// Prisoners Act 2024, which puts section 8A before it, were read as published; the day the second comes
/// into force was not found. What a coordinator worded anew keeps its words.
enum ReadSources {
  static let text = """
    UPDATE conference_kind SET source = 'Domestic Violence, Crime and Victims Act 2004: section 9, a domestic homicide review (a death at 16 or over from violence, abuse or neglect by a relation, a partner or one of the household), until section 19 of the Victims and Prisoners Act 2024 brings section 8A in (a death that resulted, or appears to have, from domestic abuse): check commencement. A report goes to the Domestic Abuse Commissioner. Times are local and follow the guidance of the Home Office.'
    WHERE key = 'death-review' AND source = 'Domestic Violence, Crime and Victims Act 2004, section 9; times are local and follow the guidance of the Home Office.';

    UPDATE conference_criterion
    SET title = 'A death that resulted, or appears to have resulted, from domestic abuse'
    WHERE kind = 'death-review' AND key = 'death'
      AND title = 'A death that had, or seems to have had, to do with domestic abuse';
    """
}
