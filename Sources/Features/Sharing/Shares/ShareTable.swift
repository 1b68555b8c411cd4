internal import Access
internal import Design
internal import Documents
internal import Kernel
internal import Markup
internal import Partnership

/// Shares in rows: no name of a person, which stands on the record alone.
struct ShareTable: HTML {
  let records: [ShareRecord]
  let agencies: [Agency]
  let now: Instant
  let empty: String

  var body: some HTML {
    DataTable(
      caption: "Shares", hidesCaption: true,
      columns: [
        .text("Reference"), .text("Recipient"), .text("Gateway and basis"), .text("Case"),
        .text("From and until"), .text("State"),
      ],
      rows: records.map { record in
        let (share, state) = (record.share, record.state(at: now))
        return [
          .html {
            a(.href(share.path), .class("ref nowrap")) { share.reference.description }
          },
          .text(Self.recipient(share, agencies)),
          .html {
            share.terms.ground(.gateway)?.section ?? ""
            br()
            span(.class("small quiet")) { share.terms.ground(.basis)?.section ?? "" }
          },
          share.about.map { about in
            .html { span(.class("ref nowrap")) { about.description } }
          } ?? .missing("None"),
          .html {
            London.day(share.since).words
            br()
            "to \(share.lastDay.words)"
          },
          .html { StateMark(state == .open ? .good : .none, state.title) },
        ]
      }, empty: empty)
  }

  static func recipient(_ share: Share, _ agencies: [Agency]) -> String {
    guard let organisation = share.organisation else { return "Outside the partnership" }
    return agencies.first { $0.id == organisation }?.name ?? "Another organisation"
  }

  static func csv(_ records: [ShareRecord], _ agencies: [Agency], at now: Instant) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(
      [
        "reference", "case", "recipient", "gateway", "basis", "special_category_condition",
        "criminal_authority", "fields", "from", "until", "state",
      ].map { .text($0) })
    for record in records {
      let share = record.share
      let grounds = ShareGround.Part.allCases.map { share.terms.ground($0)?.section ?? "" }
      writer.row(
        ([share.reference.description, share.about?.description ?? "", recipient(share, agencies)]
          + grounds
          + [
            share.terms.fields.stored, London.day(share.since).description,
            share.lastDay.description, record.state(at: now).rawValue,
          ]).map { .text($0) })
    }
    return writer.take()
  }
}
