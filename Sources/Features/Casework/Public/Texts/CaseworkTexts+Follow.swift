internal import HTTP
internal import Partnership

extension CaseworkTexts {
  /// The pages of a report that was sent.
  static let followed: [PublicTexts] = [
    PublicTexts(
      "track", "Open a report", at: ["report/track"],
      [
        TrackPage.title, "Back",
        "You need the reference and the secret that you were shown when the report was sent.",
        "Reference", "For example, TM-7K42-0931", "Secret", "For example, K7QD-2MXP-9RTA",
        "Open the report", "I have lost one of them", TrackForm.wrongReference,
        TrackForm.missingSecret, TrackForm.unknown, sendAgain,
      ] + TextParts.refused + TextParts.deleted),
    PublicTexts("own-report", "A report of one’s own", at: ["report/track/own"], own),
    PublicTexts(
      "lost", "Ask for a code", at: ["report/track/lost"],
      [
        LostPage.title, "Back",
        "Codes cannot be sent from here. Call us, or make a new report and say that it is about the same "
          + "thing.",
        "We send a code to the contact you gave with your report, if you chose to be reached there. "
          + "Whoever reads your messages there could use it.",
        "Email address or mobile number", "Email address", "Mobile number", "Send me a code",
        "No code is sent for an anonymous report, or if you asked for calls or no contact, or told us "
          + "when it is safe. Then call us, or make a new report and say that it is about the same thing.",
        "Call {1/}.", "Enter a mobile number with 9 to 15 figures, like 07700 900123",
        "Enter an email address in full, like name@example.com",
        "Enter an email address, like name@example.com, or a mobile number, like 07700 900123",
        sendAgain,
      ] + TextParts.refused),
    PublicTexts(
      "code", "Enter the code", at: ["report/track/code"],
      [
        CodePage.title, "Back",
        "If a report can be opened with the contact you entered, a code is on its way there. It works for "
          + "{number} minutes, in this browser alone.",
        "Code", "8 figures, like 4821 7730", "Continue",
        "No code? Wait some minutes. At most {number} go to one contact in an hour. {1}Ask for "
          + "another{/1}.", CodePage.wrong, CodePage.missing, CodePage.over, sendAgain,
      ] + TextParts.refused),
    PublicTexts(
      "own-reports", "The reports of a contact", at: ["report/track/mine"],
      [
        OwnReportsPage.title, "Reference", "Sent", "Open {text}", "None can be opened here now.",
        "Call {1/}.",
      ] + ReportKind.all.map(\.title) + TextParts.standing),
    PublicTexts(
      "survey", "How satisfied they are", at: ["report/answer/*", "report/answered"],
      [
        "The work on something you reported has ended. You need not answer, and it changes nothing about "
          + "your report.", SurveyOverPage.over, SurveyOverPage.thanks,
        "Your answers are kept. If it goes on, tell us.",
        "There is nothing more to do. If it goes on, tell us.", sendAgain,
      ] + TextParts.survey + TextParts.review + TextParts.refused + TextParts.deleted),
  ]

  static let sendAgain = FollowHandlers.stale.entries[0].message

  private static let own =
    [
      OwnReportPage.title, "All your reports", "Reference", "What", "Where", "As you described it",
      "Times you told us of", "What has happened", "We received your report", "You added to it",
      "You told us that it is still going on", "You withdrew it", "An officer wrote this for you",
      OwnReportModel.unsent,
      "What came of it", "Did it happen again?", "What happened", "Add it to my report",
      "Is it still going on?", "Tell us, even if you have no day to add.", "It is still happening",
      "Photos, video or documents", "{text}, added {date}", "Add the file", "Withdraw the report",
      "I want to withdraw it",
      "We stop work on it, unless somebody may be in danger. What you told us is kept for as long as the "
        + "law says.",
      "Withdraw it", "You need not answer. It changes nothing about your report.",
      "It is added to your report.", "We have noted that it is still going on.",
      OwnReportNotice.afterEnd.words, OwnReportNotice.ended.words,
      "Does it still go on?", "Tell us, and an officer looks whether the work begins again.",
      "Tell an officer",
      "If it goes on, report it again and give this reference. {1}Make a report{/1}",
      "Your report is withdrawn.", "Thank you: your answers are kept.",
      "The questions were answered before.", "The file is added to your report.", DiaryForm.missing,
      "Tick the box if you want to withdraw the report", sendAgain,
    ] + ReportKind.all.map(\.title) + TextParts.standing + TextParts.occasion + TextParts.file
    + TextParts.survey + TextParts.refused
}
