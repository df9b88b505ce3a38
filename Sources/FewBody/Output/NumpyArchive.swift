/// Named arrays of numbers as the bytes of an uncompressed `.npz`, which `numpy.load` reads.
///
/// A zip archive (PKWARE APPNOTE 4.3) of stored members, each an array in numpy's format 1.0
/// (NEP 1): little-endian float64 or UTF-32 words, C order.
public struct NumpyArchive: Sendable {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An archive without arrays.
  public init() {}

  /// The archive so far.
  public var bytes: [UInt8] {
    var end: [UInt8] = []
    end.append(littleEndian: 0x0605_4b50 as UInt32)
    end.append(littleEndian: 0 as UInt32)  // disk numbers
    end.append(littleEndian: UInt16(count))
    end.append(littleEndian: UInt16(count))
    end.append(littleEndian: UInt32(directory.count))
    end.append(littleEndian: UInt32(body.count))
    end.append(littleEndian: 0 as UInt16)  // no comment
    return body + directory + end
  }

  /// Adds a one-dimensional array.
  public mutating func add(_ name: String, _ values: [Double]) throws(FewBodyError) {
    try add(name, values, shape: "(\(values.count),)")
  }

  /// Adds a one-dimensional array of words, numpy's `<U`.
  public mutating func add(_ name: String, words: [String]) throws(FewBodyError) {
    let scalars = words.map { Array($0.unicodeScalars) }
    let width = max(1, scalars.map(\.count).max() ?? 1)
    var data: [UInt8] = []
    data.reserveCapacity(4 * width * words.count)
    for word in scalars {
      for scalar in word { data.append(littleEndian: scalar.value) }
      for _ in word.count..<width { data.append(littleEndian: 0 as UInt32) }
    }
    try add(name, data, type: "<U\(width)", shape: "(\(words.count),)")
  }

  /// Adds a two-dimensional array, row by row.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for rows of unequal length.
  public mutating func add(_ name: String, rows: [[Double]]) throws(FewBodyError) {
    let width = rows.first?.count ?? 0
    guard rows.allSatisfy({ $0.count == width }) else {
      throw .invalid(name, rows.map(\.count), accepted: "rows of equal length")
    }
    try add(name, Array(rows.joined()), shape: "(\(rows.count), \(width))")
  }

  /// Adds an array of any shape, the last index running fastest.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for a number of values other than the shape's product.
  public mutating func add(
    _ name: String, _ values: [Double], shape: [Int]
  ) throws(FewBodyError) {
    guard shape.count > 1, shape.reduce(1, *) == values.count else {
      throw .invalid(name, shape, accepted: "two or more sizes with the product \(values.count)")
    }
    try add(name, values, shape: "(\(shape.map { "\($0)" }.joined(separator: ", ")))")
  }

  private mutating func add(
    _ name: String, _ values: [Double], shape: String
  ) throws(FewBodyError) {
    try requireRoom(for: 8 * Double(values.count))
    var data: [UInt8] = []
    data.reserveCapacity(8 * values.count)
    for value in values { data.append(littleEndian: value.bitPattern) }
    try add(name, data, type: "<f8", shape: shape)
  }

  /// Sizes and offsets are 32-bit, the number of members 16-bit; the rest is zip64, not needed.
  private func requireRoom(for bytes: Double) throws(FewBodyError) {
    let size = Double(body.count + directory.count) + bytes + 4096
    guard size < 4_294_967_295, count < 65_535 else {
      throw .tooLarge(what: "the .npz archive", bytes: size, limit: 4_294_967_295)
    }
  }

  private mutating func add(
    _ name: String, _ data: [UInt8], type: String, shape: String
  ) throws(FewBodyError) {
    try requireRoom(for: Double(data.count))
    let member = NumpyArchive.array(data, type: type, shape: shape)
    let fileName = Array("\(name).npy".utf8)
    var description: [UInt8] = []
    description.append(littleEndian: 20 as UInt16)  // version needed: 2.0
    description.append(littleEndian: 0x0800 as UInt16)  // names are UTF-8
    description.append(littleEndian: 0 as UInt16)  // stored
    // 1980-01-01 00:00, always: equal spectra make equal files.
    description.append(littleEndian: 0 as UInt16)
    description.append(littleEndian: 0x0021 as UInt16)
    description.append(littleEndian: Checksum.crc32(member))
    description.append(littleEndian: UInt32(member.count))
    description.append(littleEndian: UInt32(member.count))
    description.append(littleEndian: UInt16(fileName.count))
    description.append(littleEndian: 0 as UInt16)  // no extra field

    directory.append(littleEndian: 0x0201_4b50 as UInt32)
    directory.append(littleEndian: 20 as UInt16)
    directory += description
    directory.append(littleEndian: 0 as UInt16)  // no comment
    directory.append(littleEndian: 0 as UInt32)  // disk 0, internal attributes
    directory.append(littleEndian: 0 as UInt32)  // external attributes
    directory.append(littleEndian: UInt32(body.count))
    directory += fileName

    body.append(littleEndian: 0x0403_4b50 as UInt32)
    body += description
    body += fileName
    body += member
    count += 1
  }

  private static func array(_ data: [UInt8], type: String, shape: String) -> [UInt8] {
    var header = "{'descr': '\(type)', 'fortran_order': False, 'shape': \(shape), }"
    // Magic (6), version (2), length (2) and header fill whole blocks of 64 bytes.
    let filled = (10 + header.utf8.count + 1 + 63) / 64 * 64
    header += String(repeating: " ", count: filled - 11 - header.utf8.count) + "\n"
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
    bytes.reserveCapacity(filled + data.count)
    bytes.append(littleEndian: UInt16(header.utf8.count))
    bytes += Array(header.utf8)
    return bytes + data
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
