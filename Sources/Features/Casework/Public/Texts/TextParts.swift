/// Words that stand on several pages of residents.
enum TextParts {
  /// The way to somebody who can be talked to.
  static let talk = ["Rather talk to someone?", "Call {1/}."]

  /// What any form may refuse.
  static let refused = [
    "Use {number} characters or fewer: there are {number2}",
    "The page was open for too long, or your browser keeps no cookies for this site. What you wrote is "
      + "still below: send it again",
    "Very much was sent from your network in the last hour. Nothing you wrote is lost: wait {number} "
      + "minutes and send it again. In danger call 999",
    "Very much was sent from your network in the last hour. Nothing you wrote is lost: wait a minute and "
      + "send it again. In danger call 999",
  ]

  /// What surrounds the question of every page of a report.
  static let step =
    [
      "Back", "Steps in this report", "{1}Step {number} of {number2}: {/1}{text}", "Continue",
      "Kept by us, encrypted, for 7 days, then deleted if you do not send.", "Delete my answers",
      "Help",
    ] + ReportStep.stages + talk + refused

  /// The times it happened, as they are asked for and as they are shown.
  static let occasion =
    [
      "Which day?", "Today", "Yesterday", "Another day",
      "Date, if it was another day", "For example, 14 11 2026", "Day", "Month", "Year",
      "About what time did it begin?", "I am not sure", "Midnight (the start of that day)",
      "Midday",
      "How long did it go on?", "Less than an hour", "About an hour", "About {number} hours",
    ] + occasionWords + occasionRefusals

  static let occasionWords = [
    "{date}, about {date2}, {text} (night)", "{date}, about {date2} (night)",
    "{date}, about {date2}, {text}", "{date}, about {date2}", "less than an hour", "about an hour",
    "about {number} hours",
  ]

  private static let occasionRefusals = [
    OccasionForm.missing, OccasionForm.future, OccasionForm.oldest,
    "Enter the day it happened", "Day it happened must include {text}", "a day", "a month",
    "a year",
    "a day and a month", "a day and a year", "a month and a year",
    "The day of the day it happened must be from 1 to 31",
    "The month of the day it happened must be from 1 to 12",
    "The year of the day it happened must have four figures",
    "Day it happened must be a real date: that month has fewer days",
  ]

  /// A file, as it is asked for and as it is shown.
  static let file =
    [
      "Choose a file", "\(EvidenceKind.words). \(EvidenceKind.limits)",
      "0 % sent",
      "The connection is gone. It goes on by itself when it is back.",
      "The file could not be sent. What came is kept: choose the same file again to go on.",
      "How much is sent", EvidenceTaking.empty, EvidenceTaking.unknown, EvidenceTaking.noRoom,
      EvidenceTaking.tooMuch, EvidenceTaking.tooMany,
      "This {text} is {text2}. The most we take is {number} MB: choose a smaller one, or a part of it",
      "photo", "document", "video", "sound recording",
    ] + fileWords

  static let fileWords = [
    "Photo, {text}", "Document, {text}", "Video, {text}", "Sound recording, {text}",
  ]

  /// How satisfied somebody is.
  static let survey =
    [
      "How did we do?", "How satisfied are you with how we dealt with it?",
      "Was there one person you could reach about it?", "Did we tell you what was done?",
      "Does it still go on?", "Anything else?",
      "Those who work on reports read it. In danger call 999.", "Send my answers",
      SurveyAnswers.missing,
    ] + Satisfaction.allCases.map(\.title) + PlainAnswer.allCases.map(\.title)

  /// A report that was deleted when its time was over.
  static let deleted = [
    DeletedReportPage.title, "We deleted it on {date}, because its time was over.",
    "We keep a report for {number} years after the work on it has ended.",
    "We keep a report for {number} months after the work on it has ended.",
    "We keep a report for 1 year after the work on it has ended.",
    "We keep a report that we did not open a case for {number} years from the day we received it.",
    "We keep a report that we did not open a case for {number} months from the day we received it.",
    "We keep a report that we did not open a case for 1 year from the day we received it.",
    "What you told us, your name and how to reach you, files, letters and what we wrote about it are "
      + "gone. We keep its reference and these days, so that we can say what became of it.",
    "It may be in our backups until those are replaced.",
    "Is it happening again? Make a new report. In an emergency call 999.", "Make a report",
  ]

  /// The right to a case review.
  static let review = [
    "You can ask for a case review",
    "If too little was done, ask the agencies to look at it together. They must decide, and hold a review "
      + "if it meets the threshold. Everybody is told this. {1}What a case review is{/1}.",
  ]

  /// What happens by when.
  static let next = [
    "What happens next", "You send it", "You sent it", "An officer starts on it",
    "By 5pm on {date}. Provisional until they have read it.", "You are told what was done, and why",
    "Here, and in the way you chose.", "If it goes on, you add to it here",
  ]

  /// How a report stands.
  static let standing = [
    "How it stands",
    "An officer starts on it by 5pm on {date}. This date is provisional until they have read it.",
    "An officer should have started on it by 5pm on {date}. We are late.",
    "An officer has read it and is working on it.",
    "The work on it has ended: see what has happened below.",
    "You withdrew it. If somebody may be in danger we may still have to act on what it says.",
    "In this browser the report closes by itself after 30 minutes.", "Close it now",
  ]
}
