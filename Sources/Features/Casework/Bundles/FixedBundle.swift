internal import Kernel

/// What a bundle holds, as it was on the day it was finished.
struct FixedBundle: Codable, Equatable, Sendable {
  struct Part: Codable, Equatable, Sendable {
    let section: BundleSection
    let source: String
    let title: String
    let day: String?
    let lines: [AccessItem.Line]
    /// How many passages are struck out.
    let struck: Int
    /// The file it is about; `nil` where there is none, or nobody may open it.
    let evidence: Int64?
  }

  let partnership: String
  let reference: String
  let number: Int
  let court: String
  let claim: String
  let parties: String
  let day: String
  let isDraft: Bool
  let parts: [Part]
}

extension FixedBundle {
  init(
    _ bundle: CourtBundle, _ review: BundleReview, of file: CaseFile, from partnership: String,
    on day: Day, isDraft: Bool
  ) {
    let content = bundle.content.reveal(for: "what a bundle for a court holds")
    self.partnership = partnership
    reference = file.reference.description
    number = bundle.number
    (court, claim, parties) = (content.court, content.claim, content.parties)
    self.day = day.description
    self.isDraft = isDraft
    parts = review.inside.map { one in
      Part(
        section: one.paper.section, source: one.paper.source, title: one.paper.title,
        day: one.paper.day?.description, lines: one.lines, struck: one.struck,
        evidence: one.paper.file?.id.rawValue)
    }
  }
}
