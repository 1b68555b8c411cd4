import Access
import Database
import Documents
import Kernel
import Partnership

/// Freezes a period of a plan and publishes it, in one transaction.
struct Publisher {
  let services: Services
  let list: DueList
  private var plan: Plan { list.plan }
  private var period: Period { list.period }

  /// Publishes the next issue and gives it.
  ///
  /// The caller has checked who may and what is missing. A second issue needs a note, which the
  /// schema holds to.
  func publish(
    note: String, earlyReason: String?, by account: ID<Account>, at now: Instant, in write: Write
  ) throws -> Publication {
    let number = try PublicationStore.nextNumber(plan.id, period, in: write)
    let day = London.day(now)
    let reader = IssueReader(
      measures: services.measures, plan: plan, period: period, signOffs: list.signOffs)
    let inputs = try reader.inputs(number: number, note: note, on: day, in: write)
    let new = NewPublication(
      plan: plan.id, period: period, number: number, note: note, earlyReason: earlyReason,
      account: account, at: now, files: try Publisher.files(of: inputs))
    let id = try PublicationStore.add(new, in: write)
    FaultPoint.reach("indicators.issued")
    try KeptPages.changed(in: write)
    return Publication(
      id: id, plan: plan.id, period: period, number: number, note: note, account: account,
      madeAt: now, earlyReason: earlyReason)
  }

  /// The files of an issue, derived from its inputs alone.
  static func files(of inputs: IssueInputs) throws -> [IssueFile] {
    guard let issue = PublicIssue(inputs), let day = Day(inputs.day) else {
      throw PublicationProblem.underivable
    }
    let table = IssueTable(issue)
    return [
      IssueFile(name: .inputs, bytes: try Frozen.encode(inputs)),
      IssueFile(name: .issue, bytes: try Frozen.encode(issue)),
      IssueFile(name: .csv, bytes: table.csv),
      IssueFile(name: .xlsx, bytes: try table.workbook(issue, created: day).bytes()),
    ]
  }
}

/// Why a period cannot be published.
enum PublicationProblem: Problem {
  /// The frozen inputs are not of this program.
  case underivable

  var message: String {
    switch self {
    case .underivable:
      "The frozen figures of this issue cannot be read. Tell your administrator; nothing was lost."
    }
  }

  var status: Int { 500 }
}
