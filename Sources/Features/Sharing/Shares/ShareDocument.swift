internal import Kernel
internal import Markup
internal import Partnership

/// The record of a share on one sheet of paper: nothing of it is fetched from elsewhere.
struct ShareDocument: HTML {
  let model: ShareModel
  let from: String

  private static let style = """
    @page { size: A4; margin: 18mm 20mm; }
    html { font: 10pt/1.4 Inter, "DejaVu Sans", sans-serif; color: #14242b; }
    h1 { font-size: 14pt; margin: 0 0 2mm; } p { margin: 0 0 4mm; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: 1.6mm 0; border-top: .2mm solid #9aa8ad; }
    th { width: 42mm; padding-right: 4mm; } td { white-space: pre-line; overflow-wrap: anywhere; }
    """

  var body: some HTML {
    let share = model.record.share
    Raw("<!doctype html>\n")
    html(.lang("en-GB")) {
      head {
        meta(.charset("utf-8"))
        title { "Record of a share, \(share.reference)" }
        meta(.name("author"), .content(from))
        Raw(trusted: "<style>\(Self.style)</style>")
      }
      Markup.body {
        h1 { "Record of a share, \(share.reference)" }
        p {
          "\(from). \(model.record.state(at: model.now).title) on \(London.day(model.now).words), when "
          "this was printed."
        }
        table {
          tbody {
            for row in model.rows where !row.value.isEmpty {
              tr {
                th(.scope(.row)) { row.key }
                td { row.value }
              }
            }
          }
        }
      }
    }
  }
}
