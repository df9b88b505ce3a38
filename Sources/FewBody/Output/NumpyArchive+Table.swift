extension NumpyArchive {
  /// The columns of comma-separated values (RFC 4180) under a line of names: numbers where every field is one, else
  /// words; an empty field among numbers is numpy's nan.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for lines of unequal length.
  public init(commaSeparated text: String) throws(FewBodyError) {
    self.init()
    var records = NumpyArchive.records(text)
    guard !records.isEmpty else { return }
    let names = records.removeFirst()
    guard records.allSatisfy({ $0.count == names.count }) else {
      throw .invalid("columns", records.map(\.count), accepted: "\(names.count) in every line")
    }
    for (column, name) in names.enumerated() {
      let fields = records.map { $0[column] }
      let numbers = fields.map { $0.isEmpty ? Double.nan : Double($0) }
      if fields.contains(where: { !$0.isEmpty }), !numbers.contains(nil) {
        try add(name, numbers.compactMap { $0 })
      } else {
        try add(name, words: fields)
      }
    }
  }

  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var (record, field, isQuoted) = ([String](), "", false)
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      switch scalar {
      case "\"" where isQuoted && next == "\"":
        field += "\""
        next = scalars.next()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        record.append(field)
        field = ""
      case "\n" where !isQuoted:
        records.append(record + [field])
        (record, field) = ([], "")
      default: field.unicodeScalars.append(scalar)
      }
    }
    if !field.isEmpty || !record.isEmpty { records.append(record + [field]) }
    return records
  }
}
