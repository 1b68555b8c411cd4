internal import Kernel

/// Where the words of a report warn of something.
struct FlagFinding: Equatable, Sendable {
  let flag: ReportFlag
  /// In words that follow "in", such as "what happened"; empty where the words are not found any more.
  let places: [String]

  /// The texts of a report that are searched, each with where it stands.
  static func texts(
    _ story: ReportStory, _ subject: ReportSubject, _ reporter: Reporter
  ) -> [(place: String, text: String)] {
    [
      ("what happened", story.narrative), ("where it happened", story.placeWords),
      ("what it does to them", story.effect),
      ("why they think it is because of who they are", story.strandWords),
      ("whom they told before", story.told), ("what the person looks like", subject.description),
      ("when it is safe to reach them", reporter.safety),
    ]
  }

  /// All that a report warns of: when it was sent, in its diary, and in the answers after its end.
  static func of(
    _ details: ReportDetails, _ events: [ReportEvent], _ answers: SurveyAnswers?
  ) -> [FlagFinding] {
    let reason: StaticString = "what the report warns of"
    let story = details.story.reveal(for: reason)
    var texts = texts(
      story, details.subject.reveal(for: reason), details.reporter.reveal(for: reason))
    texts += events.filter { $0.kind == .diary }.map { event in
      ("the diary of \(London.words(event.at))", event.words.reveal(for: reason))
    }
    if let answers {
      texts.append(("the answers after the end", answers.words.reveal(for: reason)))
    }
    return ReportFlag.allCases.compactMap { flag in
      let places = texts.filter { ReportFlag.found(in: [$0.text]).contains(flag) }.map(\.place)
      return places.isEmpty && !story.flags.contains(flag)
        ? nil : FlagFinding(flag: flag, places: places)
    }
  }

  /// In one line.
  var words: String {
    let title = flag.title.lowercased()
    return places.isEmpty
      ? "\(title): found when the report was sent"
      : "\(title): in \(places.joined(separator: "; "))"
  }
}
