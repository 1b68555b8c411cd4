internal import Geography
internal import Database
internal import Kernel
internal import Partnership

/// Makes a report of the answers of a draft.
enum ReportMaking {
  /// A report of whole answers; `begun` is when they were begun.
  static func report(
    _ answers: DraftAnswers, begun: Instant, at now: Instant, _ services: Services,
    _ wards: WardFinder, _ read: Read
  ) throws -> NewReport {
    var new = bare(answers)
    new.place = try place(answers.place, services, wards, read)
    var story = new.story.reveal(for: "flags and doubts")
    story.doubts = ReportDoubt.found(
      in: [story.narrative, story.placeWords, story.effect], trap: answers.trap,
      after: now.since(begun))
    new.story = Sensitive(story)
    return new
  }

  /// The priority the answers give so far.
  static func priority(of answers: DraftAnswers) -> Priority { bare(answers).priority }

  /// The place of a key with its ward, as a report keeps it.
  static func place(
    _ key: String?, _ services: Services, _ wards: WardFinder, _ read: Read
  ) throws -> ReportPlace? {
    guard let key, let known = try services.places.place(key, read) else { return nil }
    return ReportPlace(
      key: known.key, name: known.words,
      ward: try wards.ward(of: known.point, services.areas, read),
      easting: Int(known.point.easting.rounded()), northing: Int(known.point.northing.rounded()))
  }

  private static func bare(_ answers: DraftAnswers) -> NewReport {
    var story = ReportStory()
    story.narrative = answers.narrative
    let words = [answers.postcode, answers.placeWords].filter { !$0.isEmpty }
    story.placeWords = words.joined(separator: ", ")
    story.effect = answers.effect
    story.circumstances = answers.circumstances
    story.strandWords = answers.strandWords
    story.told = answers.told
    story.landlord = answers.landlord
    story.exception = answers.exception
    story.flags = ReportFlag.found(
      in: FlagFinding.texts(story, answers.subject, answers.reporter).map(\.text))
    return NewReport(
      kind: answers.reportKind ?? .other, identity: answers.identity ?? .anonymous,
      course: answers.course, occasions: answers.occasions, strands: Set(answers.strands),
      story: Sensitive(story), subject: Sensitive(answers.subject),
      reporter: Sensitive(answers.reporter))
  }
}
