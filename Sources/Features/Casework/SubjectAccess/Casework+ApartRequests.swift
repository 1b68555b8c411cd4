package import Database
internal import Kernel
package import Partnership

extension Casework {
  /// The open requests for one's own data, for those who keep records apart: whom each is about, and by
  /// when it is answered.
  package static func apartRequests(
    _ services: Services, _ read: Read
  ) throws -> [ApartRequest] {
    let store = AccessStore(services: services)
    var open: [AccessRequest] = []
    while true {
      let page = try store.list(isOpen: true, page: open.count / AccessStore.onPage + 1, read)
      open += page.prefix(AccessStore.onPage)
      guard page.count > AccessStore.onPage else { break }
    }
    return open.map { request in
      let content = request.content.reveal(for: "deciding about a request")
      return ApartRequest(
        reference: request.reference, isLawEnforcement: request.regime == .enforcement,
        name: Sensitive(content.name), otherNames: Sensitive(content.otherNames),
        born: Sensitive(Day(content.born)), due: request.dueOn)
    }
  }
}
