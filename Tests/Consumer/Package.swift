// swift-tools-version: 6.3
// A package that imports the clients as a stranger does: it has nothing but the products.

import PackageDescription

let package = Package(
    name: "Consumer",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "waybill", path: "../.."),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.4.0"),
    ],
    targets: [
        .executableTarget(
            name: "Consumer",
            dependencies: [
                .product(name: "Connectly", package: "waybill"),
                .product(name: "SimpleConnect", package: "waybill"),
                .product(name: "Simpu", package: "waybill"),
                .product(name: "Walinko", package: "waybill"),
                .product(name: "WaybillMetrics", package: "waybill"),
                .product(name: "WaybillTracing", package: "waybill"),
                .product(name: "WaybillTransportTesting", package: "waybill"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
