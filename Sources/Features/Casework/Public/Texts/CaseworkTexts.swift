internal import Partnership

/// The words of the pages of reports and case reviews that residents see.
///
/// Those that stand elsewhere under a name are taken from there; the others stand here a second time,
/// and a test of every page that residents see in the tests holds that none is missing.
enum CaseworkTexts {
  static let all: [PublicTexts] = [start] + steps + followed + [review] + reviewFollowed + [counts]

  static let start = PublicTexts(
    "report", "Report: before it begins", at: ["report"],
    [
      "Report anti-social behaviour", "Report anti-social behaviour, drugs or hate",
      "If someone is in danger",
      "{1}Danger, or a crime happening now.{/1} Cannot speak on a mobile? Call, then press 55 when asked; "
        + "it does not work from a landline. Deaf: text 999 if you have registered, or call 18000.",
      "{1}A crime, not an emergency.{/1} Or tell Crimestoppers, without your name: 0800 555 111.",
      "About 5 minutes. You need not give your name. We say who may see your answers before "
        + "you send them.",
      "Start now", "Carry on with your report", "See or add to a report you made",
    ] + TextParts.talk)

  static let review = PublicTexts(
    "case-review", "Ask for a case review", at: ["case-review"],
    [
      CaseReviewPage.title,
      "You asked already? {1}See how your request stands{/1}.",
      "If anti-social behaviour goes on and you think too little was done, you can ask the council, the "
        + "police, health and landlords to look together at what they did. It used to be called the "
        + "Community Trigger.",
      "When they must decide on it",
      "They must decide whether there is a review when somebody asks for one. There must be one if at "
        + "least three complaints qualify: each was made within one month of what it is about, and you ask "
        + "within six months of the complaint. If fewer do, they weigh how long it has gone on, how much "
        + "harm it does and how well it was answered. You need not have used this site: complaints to the "
        + "police, the council or a landlord all count.",
      "Who can ask",
      "Anybody the behaviour affects, of any age, or somebody for them if they agree: a relative, a "
        + "friend, a councillor. You may be asked how much you want to take part.",
      "Point of contact", "You can also ask by telephone: {1/}.",
      "A case review is not a complaint about one officer, and it is no appeal against a court. The law is "
        + "in sections 104 and 105 of the Anti-social Behaviour, Crime and Policing Act 2014.",
      "Ask for a review", "For whom do you ask?", "For myself or my household",
      "For somebody else, who agrees that I ask", "If you ask for somebody else", "Their name",
      "Day they agreed that you ask", "How they agreed",
      "For example in writing, in person or on the telephone.",
      "What goes on, and what was done about it",
      "When it happened, whom you told and when, and what they did.", "References you were given",
      "By the council, the police or a landlord. Leave this empty if you have none.", "Your name",
      "Telephone number", "Or an email address or a postal address", "Email address",
      "Postal address", "Only if letters are wanted.", "How is it safe for us to reach you?",
      "We use no other way.", "When is it safe?", "Anything else that keeps it safe",
      "For example, who must not hear of it.",
      "The council, police, health and landlords who decide on it may see what you write here. It is kept "
        + "encrypted, and each time it is opened is recorded.",
      "Send the request", "What came of them",
      "Applications by financial year, as section 104(9) of the Act asks us to publish.",
      "Case reviews by financial year of the application", "Year", "Applications",
      "Threshold not met", "Reviews carried out", "Reviews with recommendations",
      CaseReviewForm.noFor, CaseReviewForm.noStory, CaseReviewForm.noName, CaseReviewForm.noContact,
      ReporterForm.wrongPhone, ReporterForm.wrongEmail, CaseReviewForm.noVictim,
      CaseReviewForm.noAgreement, CaseReviewForm.lateAgreement, CaseReviewForm.noAgreed,
      CaseReviewForm.noWay, CaseReviewForm.unsafe, CaseReviewForm.noTimes,
    ] + ReviewContact.Way.allCases.map(\.title) + ReviewContact.Times.allCases.map(\.title)
      + agreed + TextParts.refused)

  /// What is asked and refused of the day somebody agreed.
  private static let agreed = [
    "For example, 14 11 2026", "Day", "Month", "Year", "Day they agreed must include {text}",
    "a day",
    "a month", "a year", "a day and a month", "a day and a year", "a month and a year",
    "The day of the day they agreed must be from 1 to 31",
    "The month of the day they agreed must be from 1 to 12",
    "The year of the day they agreed must have four figures",
    "Day they agreed must be a real date: that month has fewer days",
  ]
}
