internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// The area an order covers, as it was when the order was written down.
extension OrderStore {
  static let areaSchema = """
    CREATE TABLE orders_area (
      order_id {i64} PRIMARY KEY REFERENCES orders_order (id), name {text} NOT NULL,
      shape {blob} NOT NULL
    ) {strict};
    """

  func keep(_ area: StatedArea, of id: ID<Order>, in write: Write) throws {
    try write.run(
      """
      INSERT INTO orders_area (order_id, name, shape)
      VALUES (\(id), \(area.name), \(area.shape.wellKnownBinary))
      """)
  }

  /// The areas of some orders; those that cover none are left out.
  func areas(of orders: [Order], _ read: Read) throws -> [ID<Order>: StatedArea] {
    let ids = orders.filter(\.power.coversArea).map(\.id.rawValue)
    guard !ids.isEmpty else { return [:] }
    let found = try read.all(
      "SELECT order_id, name, shape FROM orders_area WHERE order_id IN (\(list: ids))"
    ) { row -> (ID<Order>, StatedArea) in (try row.id(), try StatedArea(row: &row)) }
    return Dictionary(found) { first, _ in first }
  }
}
