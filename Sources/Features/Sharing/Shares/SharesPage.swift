internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of the register is drawn from.
struct SharesModel {
  let filter: ShareFilter
  let records: [ShareRecord]
  let hasMore: Bool
  let agencies: [Agency]
  let gateways: [ShareGround]
  let agreementsDue: Int
  let requestsLate: Int
  let now: Instant
  let mayShare: Bool
  let maySend: Bool
  let mayKeep: Bool
}

/// The register: what is shared, with whom, on which gateway and until when.
struct SharesPage: HTML {
  let model: SharesModel

  var body: some HTML {
    PageHead(
      "Sharing",
      lede: "What leaves the partnership’s record: why in law, to whom, and until when."
    ) {
      if model.mayShare {
        LinkButton("Record a share", to: SharingRoute.record(about: nil).path, style: .line)
      }
      LinkButton("Agreements", to: SharingRoute.agreements.path)
      LinkButton("Requests", to: SharingRoute.requests(isOpen: true, page: 1).path)
      if model.maySend { LinkButton("Sets of data", to: SharingRoute.sets.path) }
      if model.mayKeep { LinkButton("Past their time", to: SharingRoute.keeping.path) }
      LinkButton("Grounds in law", to: SharingRoute.grounds.path)
    }
    if model.agreementsDue > 0 || model.requestsLate > 0 { due }
    FilterForm(to: Path("sharing").text) {
      SelectField(
        "show", label: "Show",
        choices: [Choice("open", "Shared now"), Choice("ended", "Ended or revoked")], in: state)
      SelectField(
        "organisation", label: "Organisation",
        choices: model.agencies.map { Choice($0.id.description, $0.name) }, empty: "Everybody",
        in: state)
      SelectField(
        "gateway", label: "Gateway",
        choices: model.gateways.map { Choice($0.key, $0.section) }, empty: "Every gateway",
        in: state)
      SubmitButton("Show", style: .line)
    }
    Sheet(
      model.filter.isOpen ? "Shared now, the first to end first" : "Ended, the latest first",
      mark: .river
    ) {
      ShareTable(
        records: model.records, agencies: model.agencies, now: model.now,
        empty: "No share is in this list.")
      Turning(page: model.filter.page, hasMore: model.hasMore) { page in
        SharingRoute.shares(model.filter.turned(to: page)).path
      }
      if !model.records.isEmpty {
        p(.class("row no-print")) {
          LinkButton("Save this list (CSV)", to: SharingRoute.sharesFile(model.filter).path)
        }
      }
    }
  }

  private var due: some HTML {
    Notice(.warn) {
      if model.agreementsDue > 0 {
        p {
          a(.href(SharingRoute.agreements.path)) {
            model.agreementsDue == 1
              ? "1 agreement is due for review"
              : "\(model.agreementsDue) agreements are due for review"
          }
        }
      }
      if model.requestsLate > 0 {
        p {
          a(.href(SharingRoute.requests(isOpen: true, page: 1).path)) {
            model.requestsLate == 1
              ? "1 request is overdue" : "\(model.requestsLate) requests are overdue"
          }
        }
      }
    }
  }

  private var state: FormState {
    FormState(
      values: Fields([
        ("show", model.filter.isOpen ? "open" : "ended"),
        ("organisation", model.filter.organisation?.description ?? ""),
        ("gateway", model.filter.gateway),
      ]))
  }
}
