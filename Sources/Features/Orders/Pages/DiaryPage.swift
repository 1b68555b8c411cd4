internal import Design
internal import Kernel
internal import Markup

/// What asks for attention: ends, hearings, reviews.
struct DiaryPage: HTML {
  let dues: [(due: OrderDue, order: Order)]
  let page: Int
  let hasMore: Bool
  let through: Day
  let today: Day
  let mayIssue: Bool
  let csrf: String

  var body: some HTML {
    PageHead(
      "Diary of orders",
      lede: "Ends, hearings and reviews up to \(through.words), and what is late.")
    Sheet(mark: .river) {
      DataTable(
        caption: "Diary", hidesCaption: true,
        columns: [.text("Day"), .text("What"), .text("Order"), .text("Reference"), .text("State")],
        rows: dues.map { due, order in
          [
            .text(due.day.words), .text(due.kind.title), .text(order.power.title),
            .html { ReferenceLink(reference: order.reference) },
            .html {
              due.day < today ? StateMark(.bad, "Late") : StateMark(.warn, "To come")
              if mayIssue { SettleForm(due: due, order: order, csrf: csrf) }
            },
          ]
        }, empty: "Nothing is due.")
      Turning(page: page, hasMore: hasMore) { OrdersRoute.diary(page: $0).path }
    }
  }
}

/// Takes a day out of the diary once it has been dealt with.
private struct SettleForm: HTML {
  let due: OrderDue
  let order: Order
  let csrf: String

  var body: some HTML {
    PostForm(to: OrdersRoute.diary().path, csrf: csrf) {
      input(.type(.hidden), .name("order"), .value(order.reference))
      input(.type(.hidden), .name("due"), .value(due.day.description))
      button(
        .class("btn line sm nowrap"), .type(.submit), .name("settle"), .value(due.kind.rawValue)
      ) {
        "Dealt with"
        span(.class("hide")) { ": \(due.kind.title) of \(order.reference)" }
      }
    }
  }
}
