internal import Partnership

extension CaseworkTexts {
  /// The pages of a request for a case review that was sent.
  static let reviewFollowed: [PublicTexts] = [
    PublicTexts(
      "case-review-track", "Open a request for a case review", at: ["case-review/track"],
      [
        ReviewTrackPage.title, "Back",
        "If you asked by telephone or on paper, the point of contact tells you.", "Reference",
        "For example, TM-7K42-0931", "Secret", "For example, K7QD-2MXP-9RTA", "Open the request",
        ReviewTrackPage.unknown, TrackForm.wrongReference, TrackForm.missingSecret, sendAgain,
      ] + TextParts.refused),
    PublicTexts(
      "case-review-own", "A request for a case review", at: ["case-review/own"],
      [
        "Your request is sent", "Your request for a case review", "Your reference", "Your secret",
        "Write both down now. With them you see here how your request stands.",
        "I have written them down", "Reference", "What happens",
        "In this browser the request closes by itself after 30 minutes.", "Close it now",
        "We received your request", "We wrote to you that we have it",
        "We write to you that we have it",
        "The council, the police and others decide whether there is a review",
        "They decided: there will be a review", "They decided: the threshold is not met",
        "We wrote to you with the reasons.",
        "We wrote to you with the reasons. If you do not agree, tell the point of contact within {number} "
          + "working days of the decision.",
        "The review was held", "The review is held",
        "If there is a review, it is held", "We wrote to you what came of it",
        "We write to you what came of it", "You did not agree", "It is being looked at again.",
        "It was looked at again, and you were found to be right.",
        "It was looked at again, and the decision stands.", "By {date}.",
      ]),
  ]
}
