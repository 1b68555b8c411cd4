/// The wordings of letters the program comes with; its schema says them, so they do not change.
enum ShippedLetters {
  static func of(_ kind: CaseLetterKind) -> (heading: String, body: String) {
    let (heading, words) = words(kind)
    return (heading, "Dear ((name))\n\(words)\n\(foot)")
  }

  private static let foot = """
    You can telephone us on ((phone)).
    ((officer))
    For ((partnership))
    """

  private static func words(_ kind: CaseLetterKind) -> (heading: String, body: String) {
    switch kind {
    case .opened: ("We are working on what you told us", opened)
    case .update: ("How your case stands", update)
    case .meeting: ("We would like to meet you", meeting)
    case .diary: ("Please write down what happens", diary)
    case .statement: ("Would you make a statement?", statement)
    case .missed: ("We tried to reach you", missed)
    case .complaint: ("We have been told about your behaviour", complaint)
    case .closing: ("We have closed your case", closing)
    case .other: ("A letter about your case", "This is about the case ((reference)).")
    }
  }

  private static let opened = """
    Thank you for telling us. We opened a case on ((opened)) and are working on it. Its reference is ((reference)).
    You hear from us by ((next)).
    If it happens again, write down the day, the time and what you saw or heard, and tell us: ((report)).
    If somebody is in danger, telephone 999.
    """

  private static let update = """
    This is how your case ((reference)) stands.
    You next hear from us by ((next)).
    If something has changed for you, or you do not feel safe, tell us at once. In danger, telephone 999.
    """

  private static let meeting = """
    We would like to talk with you about the case ((reference)).
    Please tell us which day and place suit you. You may bring somebody with you, and you can ask for an interpreter.
    """

  private static let diary = """
    A diary of what happens helps us to act in your case ((reference)).
    Each time, write down the day, when it began and ended, what you saw or heard, and what it did to you. Write it as soon as you can, in your own words.
    Do not put yourself in danger to write it. In danger, telephone 999.
    You can also add each time on our page: ((report)).
    """

  private static let statement = """
    We would like you to make a statement in the case ((reference)): what you saw or heard yourself, in your own words.
    You decide whether you do. We talk with you first about who would read it and whether it could be used in court.
    We do not use it without your agreement.
    """

  private static let missed = """
    We tried to reach you about the case ((reference)) and did not find you.
    Please tell us when and how we can talk with you.
    """

  private static let complaint = """
    We have been told about behaviour that is said to be yours, and that affects other people. Our reference is ((reference)).
    We have not decided anything. We would like to hear from you what happened.
    Please get in touch with us within 10 working days. You may bring somebody with you, and you can ask for an interpreter.
    If you need help with something behind it, such as your health, your home or alcohol, tell us: we can ask others to help.
    """

  private static let closing = """
    We have closed your case ((reference)).
    If it begins again, report it and give this reference: ((report)).
    If you think too little was done, you may ask for a case review: ((review)).
    """
}
