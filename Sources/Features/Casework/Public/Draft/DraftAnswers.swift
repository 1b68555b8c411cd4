internal import Kernel

/// What somebody has answered so far.
struct DraftAnswers: Codable, Equatable, Sendable {
  var kind: String?
  var exception: ExceptionAnswer?
  /// Whether the line to call while there is noise was shown.
  var hasSeenLine = false
  var postcode = ""
  var placeWords = ""
  /// Keys of places that the words may mean.
  var candidates: [String] = []
  /// The key of the place; `nil` where it is none of the gazetteer.
  var place: String?
  /// Whether no place is to be chosen any more.
  var isPlaceSettled = false
  var occasions: [Occasion] = []
  var course: ReportCourse?
  var narrative = ""
  var hasPassedPeople = false
  var subject = ReportSubject()
  var landlord = ""
  var told = ""
  var hasPassedEffect = false
  var effect = ""
  var circumstances: [Circumstance] = []
  var strands: [HateStrand] = []
  var strandWords = ""
  /// Whether they want to add files; drafts of before that know nothing of it.
  var wantsFiles: Bool?
  var identity: ReporterIdentity?
  var reporter = Reporter()
  /// What was written into the field that people do not see.
  var trap = ""

  var reportKind: ReportKind? { kind.map(ReportKind.of) }
}

/// What a draft holds: answers, and once they are sent what their sender is told.
struct DraftContent: Codable, Equatable, Sendable {
  var answers = DraftAnswers()
  var receipt: ReportReceipt?
  /// What was refused last, until an answer is taken.
  var refused: RefusedStep?
}
