-- Flink SQL tables over the market's topics, for Flink's SQL client. Replace localhost:9092 and
-- http://localhost:8085 by your Kafka and schema registry. A query ends at what is there when it
-- starts: in streaming mode and without scan.bounded.mode it goes on with what comes.

SET 'execution.runtime-mode' = 'batch';
SET 'sql-client.execution.result-mode' = 'tableau';
SET 'table.local-time-zone' = 'UTC';

CREATE TABLE afm_telemetry (
  `market` STRING NOT NULL COMMENT 'Resource class and region, e.g. `H100.EUW1`: the market whose demand this is.',
  `tenant` STRING NOT NULL COMMENT 'Who uses the resource, e.g. a team, a virtual cluster or a client; may be empty where `provider` is given.',
  `sampledAt` TIMESTAMP(3) NOT NULL COMMENT 'When the use was observed, by the producer''s clock: it chooses the demand window.',
  `used` DOUBLE NOT NULL COMMENT 'Units in use or wanted at that time, e.g. GPUs; not negative, at most 10^12.',
  `capacity` DOUBLE NOT NULL COMMENT 'Units that the tenant may use, or the size of the pool that all tenants share; same unit as `used`.',
  `provider` STRING NOT NULL COMMENT 'Who provides the capacity, where the sample reports what a provider has online for the market; empty otherwise. Such a sample is no demand: `capacity` is what it has online, `used` is ignored.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'One observation of one tenant''s use of a resource, or of what one provider has online. Topic `afm.telemetry`, keyed by market.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.telemetry',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"UsageSample","namespace":"io.attentionfutures.schemas","fields":[{"name":"market","type":"string"},{"name":"tenant","type":"string"},{"name":"sampledAt","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"used","type":"double"},{"name":"capacity","type":"double"},{"name":"provider","type":"string","default":""}]}'
);

CREATE TABLE afm_orders (
  `account` STRING NOT NULL COMMENT 'Who asks. On a topic `afm.orders.<account>` it must equal the topic''s suffix.',
  `clientOrderId` STRING NOT NULL COMMENT 'The account''s own id of this command, unique among its commands for the contract.',
  `contract` STRING NOT NULL COMMENT 'Contract code, e.g. `H100.EUW1.1H.20261122T14Z`; of the first period for a block order.',
  `action` STRING NOT NULL COMMENT 'What the command asks for.',
  `originalClientOrderId` STRING NOT NULL COMMENT 'The order to cancel or replace; empty for a new order.',
  `side` STRING NOT NULL COMMENT 'Side of a new order or block order; UNKNOWN otherwise.',
  `orderType` STRING NOT NULL COMMENT 'Type of a new order; UNKNOWN otherwise.',
  `timeInForce` STRING NOT NULL COMMENT 'Lifetime of a new order; UNKNOWN otherwise.',
  `lots` BIGINT NOT NULL COMMENT 'Lots wanted by a new order, in each period by a block order, or the new total of a replaced one (lots already filled included); 0 for a cancel.',
  `limitTicks` BIGINT NOT NULL COMMENT 'Limit in ticks, on the mean price over its periods for a block order; 0 for market orders and cancels.',
  `periods` INT NOT NULL COMMENT 'Consecutive delivery periods of a block order, at least 1; 0 for any other command.',
  `expiresAt` TIMESTAMP(3) NOT NULL COMMENT 'When a GTD order expires; 0 for any other command.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'A command of an account: enter, cancel or replace an order. Topic `afm.orders` or `afm.orders.<account>`, keyed by account. Its official time is the Kafka record''s timestamp. Answered by exactly one acknowledgement or rejection on `afm.executions`.' WITH (
  'connector' = 'kafka',
  'topic-pattern' = 'afm\.orders(\..+)?',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"OrderCommand","namespace":"io.attentionfutures.schemas","fields":[{"name":"account","type":"string"},{"name":"clientOrderId","type":"string"},{"name":"contract","type":"string"},{"name":"action","type":{"type":"enum","name":"OrderAction","symbols":["UNKNOWN","NEW","CANCEL","REPLACE","NEW_BLOCK"],"default":"UNKNOWN"}},{"name":"originalClientOrderId","type":"string","default":""},{"name":"side","type":{"type":"enum","name":"OrderSide","symbols":["UNKNOWN","BUY","SELL"],"default":"UNKNOWN"},"default":"UNKNOWN"},{"name":"orderType","type":{"type":"enum","name":"OrderType","symbols":["UNKNOWN","LIMIT","MARKET"],"default":"UNKNOWN"},"default":"UNKNOWN"},{"name":"timeInForce","type":{"type":"enum","name":"TimeInForce","symbols":["UNKNOWN","GTC","IOC","FOK","GTD"],"default":"UNKNOWN"},"default":"UNKNOWN"},{"name":"lots","type":"long"},{"name":"limitTicks","type":"long"},{"name":"periods","type":"int","default":0},{"name":"expiresAt","type":{"type":"long","logicalType":"timestamp-millis"},"default":0}]}'
);

CREATE TABLE afm_collateral (
  `transferId` STRING NOT NULL COMMENT 'Unique among the account''s transfers of a week: a repeated one is rejected.',
  `account` STRING NOT NULL COMMENT 'Whose collateral it is; `house.default-fund` for the segment''s default fund, which takes deposits only.',
  `segment` STRING NOT NULL COMMENT 'Clearing segment that holds it, e.g. `EUW1`.',
  `kind` STRING NOT NULL COMMENT 'Which way it moves.',
  `amount` BIGINT NOT NULL COMMENT 'Minor units of money, positive, at most 2^53.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'An account''s collateral arrives in a clearing segment or leaves it. Topic `afm.collateral`, keyed by account. Answered by a statement, or on `afm.audit` where it is rejected.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.collateral',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"CollateralTransfer","namespace":"io.attentionfutures.schemas","fields":[{"name":"transferId","type":"string"},{"name":"account","type":"string"},{"name":"segment","type":"string"},{"name":"kind","type":{"type":"enum","name":"TransferKind","symbols":["UNKNOWN","DEPOSIT","WITHDRAWAL"],"default":"UNKNOWN"}},{"name":"amount","type":"long"}]}'
);

CREATE TABLE afm_contracts (
  `market` STRING NOT NULL COMMENT 'Resource class and region, e.g. `H100.EUW1`.',
  `segment` STRING NOT NULL COMMENT 'Clearing segment, e.g. `EUW1`: the last component of the market unless the job is configured otherwise.',
  `resourceUnit` STRING NOT NULL COMMENT 'What one unit is, e.g. `GPU`.',
  `periodMillis` BIGINT NOT NULL COMMENT 'Length of a delivery period, milliseconds, whole minutes.',
  `lotSize` BIGINT NOT NULL COMMENT 'Units of resource for the whole period in one lot, at least 1.',
  `tickValue` BIGINT NOT NULL COMMENT 'Value of one tick for one lot, in minor units of money, at least 1.',
  `priceIncrementTicks` BIGINT NOT NULL COMMENT 'Order limits must be a multiple of this many ticks, at least 1.',
  `floorTicks` BIGINT NOT NULL COMMENT 'Lowest price, ticks, inclusive.',
  `capTicks` BIGINT NOT NULL COMMENT 'Highest price, ticks, inclusive: the value of lost load.',
  `marginalCostTicks` BIGINT NOT NULL COMMENT 'Price of demand far below capacity, ticks.',
  `minimumReserve` BIGINT NOT NULL COMMENT 'Units of capacity kept back from the market, not negative.',
  `listingHorizon` INT NOT NULL COMMENT 'Delivery periods ahead that trade at once, at least 1.',
  `callIntervalMillis` BIGINT NOT NULL COMMENT 'Time between call auctions, milliseconds.',
  `gateClosureMillis` BIGINT NOT NULL COMMENT 'How long before delivery a contract stops trading, milliseconds.',
  `freezeMillis` BIGINT NOT NULL COMMENT 'How long before a call orders can no longer be cancelled or replaced, milliseconds; 0 for never.',
  `maximumOrderLots` BIGINT NOT NULL COMMENT 'Largest quantity of one order, lots.',
  `protectionTicks` BIGINT NOT NULL COMMENT 'How far from the reference price a market order may trade, ticks.',
  `bandFloorTicks` BIGINT NOT NULL COMMENT 'Smallest half-width of the static price band, ticks.',
  `bandFraction` DOUBLE NOT NULL COMMENT 'Half-width of the static price band as a fraction of its centre.',
  `referenceStepTicks` BIGINT NOT NULL COMMENT 'Largest move of the reference price at once, ticks.',
  `openingReferenceTicks` BIGINT NOT NULL COMMENT 'Reference price before the first forecast or trade, ticks; negative for none.',
  `forecastStaleMillis` BIGINT NOT NULL COMMENT 'Age at which a forecast no longer counts, milliseconds.',
  `marketStaleMillis` BIGINT NOT NULL COMMENT 'Age at which the last auction price no longer counts, milliseconds.',
  `marketDeviationTicks` DOUBLE NOT NULL COMMENT 'Standard deviation of a fresh auction price as a signal, ticks.',
  `minimumVolumeLots` BIGINT NOT NULL COMMENT 'Auction volume below which its price counts as thin, lots.',
  `allocationProfile` STRING NOT NULL COMMENT 'How lots are rationed at the auction price.',
  `selfTradePrevention` STRING NOT NULL COMMENT 'What happens when an owner would meet itself.',
  `randomEndMillis` BIGINT NOT NULL COMMENT 'Each call ends after a random delay from 0 to below this, milliseconds; shorter than `callIntervalMillis`, 0 for calls on the minute.',
  `randomSeed` BIGINT NOT NULL COMMENT 'Seed of those delays: whoever reads it can foresee them.',
  `indicativeMillis` BIGINT NOT NULL COMMENT 'Least time between two indicative prices of a contract, milliseconds; 0 for none.',
  `openMinute` INT NOT NULL COMMENT 'Minute of the UTC day at which trading begins, 0 to 1439.',
  `closeMinute` INT NOT NULL COMMENT 'Minute of the UTC day at which trading ends, 0 to 1439; the same as `openMinute` for never.',
  `dynamicBandFloorTicks` BIGINT NOT NULL COMMENT 'Smallest half-width of the corridor around the last auction price, ticks.',
  `dynamicBandFactor` DOUBLE NOT NULL COMMENT 'Half-width of that corridor in standard deviations of the price since that auction; 0 for no corridor.',
  `extensionMillis` BIGINT NOT NULL COMMENT 'How long a call is extended whose price would leave the corridor, milliseconds, at least 1.',
  `extensionFactor` DOUBLE NOT NULL COMMENT 'How much wider the corridor is in an extended call, at least 1.',
  `collateralised` BOOLEAN NOT NULL COMMENT 'Whether orders need collateral; if not, of the margin rules only `positionLimitLots` and `feePerLot` have an effect.',
  `positionLimitLots` BIGINT NOT NULL COMMENT 'Largest position of an account in one contract, were the riskiest of its orders filled, lots; 0 for none.',
  `feePerLot` BIGINT NOT NULL COMMENT 'Paid by both sides of a fill for each lot, minor units of money.',
  `initialVolatility` DOUBLE NOT NULL COMMENT 'Volatility of a contract''s mark before it has moved, as a fraction per `volatilityIntervalMillis`.',
  `volatilityIntervalMillis` BIGINT NOT NULL COMMENT 'Time between the marks whose returns make the volatility, milliseconds.',
  `volatilityDecay` DOUBLE NOT NULL COMMENT 'Weight of the past in the moving variance, 0 to below 1.',
  `marginPeriods` DOUBLE NOT NULL COMMENT 'How many of those intervals closing a position may take.',
  `minimumMarginFraction` DOUBLE NOT NULL COMMENT 'Smallest initial margin, as a fraction of a lot''s value.',
  `marginBuffer` DOUBLE NOT NULL COMMENT 'Added to the initial margin, as a fraction of it.',
  `maintenanceFraction` DOUBLE NOT NULL COMMENT 'Part of the positions'' initial margin that cash must not fall below, 0 to 1.',
  `marginCallMillis` BIGINT NOT NULL COMMENT 'Time that a margin call leaves, milliseconds.',
  `bondFraction` DOUBLE NOT NULL COMMENT 'Performance bond of a provider''s short lot, as a fraction of its value.',
  `settlementWindowMillis` BIGINT NOT NULL COMMENT 'The last part of trading, whose trades make the settlement price, milliseconds.',
  `settlementDelayMillis` BIGINT NOT NULL COMMENT 'How long after the end of delivery its telemetry is waited for, milliseconds, at most a day.',
  `deliveryVerified` BOOLEAN NOT NULL COMMENT 'Whether providers must show in telemetry that they delivered; if not, delivery is presumed.',
  `penaltyFraction` DOUBLE NOT NULL COMMENT 'What a provider pays for a missing lot on top of its replacement, as a fraction of it.',
  `baselineAccount` STRING NOT NULL COMMENT 'Account that bids the forecast''s demand curve and pays for it; empty for none.',
  `baselineLevels` INT NOT NULL COMMENT 'Limits on that account''s ladder of bids, 1 to 100.',
  `autoregressiveAfterPeriods` INT NOT NULL COMMENT 'Settlement prices that the autoregressive price is measured by before it counts in the reference; 0 for never.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'The rules of one market. Topic `afm.contracts`, keyed by market; the latest record holds.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.contracts',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"ContractSpecification","namespace":"io.attentionfutures.schemas","fields":[{"name":"market","type":"string"},{"name":"segment","type":"string"},{"name":"resourceUnit","type":"string"},{"name":"periodMillis","type":"long"},{"name":"lotSize","type":"long"},{"name":"tickValue","type":"long"},{"name":"priceIncrementTicks","type":"long","default":1},{"name":"floorTicks","type":"long"},{"name":"capTicks","type":"long"},{"name":"marginalCostTicks","type":"long"},{"name":"minimumReserve","type":"long"},{"name":"listingHorizon","type":"int"},{"name":"callIntervalMillis","type":"long"},{"name":"gateClosureMillis","type":"long"},{"name":"freezeMillis","type":"long"},{"name":"maximumOrderLots","type":"long"},{"name":"protectionTicks","type":"long"},{"name":"bandFloorTicks","type":"long"},{"name":"bandFraction","type":"double"},{"name":"referenceStepTicks","type":"long"},{"name":"openingReferenceTicks","type":"long"},{"name":"forecastStaleMillis","type":"long"},{"name":"marketStaleMillis","type":"long"},{"name":"marketDeviationTicks","type":"double"},{"name":"minimumVolumeLots","type":"long"},{"name":"allocationProfile","type":{"type":"enum","name":"AllocationProfile","symbols":["UNKNOWN","MAX_MIN","PRICE_TIME","PRO_RATA"],"default":"UNKNOWN"}},{"name":"selfTradePrevention","type":{"type":"enum","name":"SelfTradePrevention","symbols":["UNKNOWN","CANCEL_NEW","CANCEL_RESTING"],"default":"UNKNOWN"}},{"name":"randomEndMillis","type":"long","default":0},{"name":"randomSeed","type":"long","default":0},{"name":"indicativeMillis","type":"long","default":0},{"name":"openMinute","type":"int","default":0},{"name":"closeMinute","type":"int","default":0},{"name":"dynamicBandFloorTicks","type":"long","default":0},{"name":"dynamicBandFactor","type":"double","default":0},{"name":"extensionMillis","type":"long","default":300000},{"name":"extensionFactor","type":"double","default":2},{"name":"collateralised","type":"boolean","default":false},{"name":"positionLimitLots","type":"long","default":0},{"name":"feePerLot","type":"long","default":0},{"name":"initialVolatility","type":"double","default":0.04},{"name":"volatilityIntervalMillis","type":"long","default":3600000},{"name":"volatilityDecay","type":"double","default":0.94},{"name":"marginPeriods","type":"double","default":2},{"name":"minimumMarginFraction","type":"double","default":0.02},{"name":"marginBuffer","type":"double","default":0.25},{"name":"maintenanceFraction","type":"double","default":0.75},{"name":"marginCallMillis","type":"long","default":0},{"name":"bondFraction","type":"double","default":0.1},{"name":"settlementWindowMillis","type":"long","default":1800000},{"name":"settlementDelayMillis","type":"long","default":1800000},{"name":"deliveryVerified","type":"boolean","default":false},{"name":"penaltyFraction","type":"double","default":0.25},{"name":"baselineAccount","type":"string","default":""},{"name":"baselineLevels","type":"int","default":10},{"name":"autoregressiveAfterPeriods","type":"int","default":24}]}'
);

CREATE TABLE afm_accounts (
  `account` STRING NOT NULL COMMENT 'The account''s name.',
  `role` STRING NOT NULL COMMENT 'What it may do.',
  `segments` ARRAY<STRING NOT NULL> NOT NULL COMMENT 'Clearing segments that it trades in.',
  `active` BOOLEAN NOT NULL COMMENT 'Whether its orders are accepted.',
  `weight` INT NOT NULL COMMENT 'Its share in MAX_MIN rationing relative to others, at least 1.',
  `paysInFull` BOOLEAN NOT NULL COMMENT 'Whether it must hold the whole price of what it buys, instead of a margin.',
  `verifiedLots` MAP<STRING NOT NULL, BIGINT NOT NULL> NOT NULL COMMENT 'By market, the lots per delivery period that a provider has shown to operate; 0 where a market is missing.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'A participant. Topic `afm.accounts`, keyed by account; the latest record holds.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.accounts',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"Account","namespace":"io.attentionfutures.schemas","fields":[{"name":"account","type":"string"},{"name":"role","type":{"type":"enum","name":"Role","symbols":["UNKNOWN","PROVIDER","CONSUMER","INVESTOR","REGULATOR"],"default":"UNKNOWN"}},{"name":"segments","type":{"type":"array","items":"string"}},{"name":"active","type":"boolean"},{"name":"weight","type":"int","default":1},{"name":"paysInFull","type":"boolean","default":false},{"name":"verifiedLots","type":{"type":"map","values":"long"},"default":{}}]}'
);

CREATE TABLE afm_directives (
  `directiveId` STRING NOT NULL COMMENT 'Unique: a repeated one is rejected.',
  `issuer` STRING NOT NULL COMMENT 'The regulator''s account.',
  `segment` STRING NOT NULL COMMENT 'Clearing segment that it is for, e.g. `EUW1`.',
  `action` STRING NOT NULL COMMENT 'What is ordered.',
  `target` STRING NOT NULL COMMENT 'The market, contract code or account that it is about.',
  `lowTicks` BIGINT NOT NULL COMMENT 'Lower end of SET_BAND, ticks; 0 otherwise.',
  `highTicks` BIGINT NOT NULL COMMENT 'Upper end of SET_BAND, ticks; 0 otherwise.',
  `lots` BIGINT NOT NULL COMMENT 'Limit of SET_POSITION_LIMIT, lots, 0 for none; 0 otherwise.',
  `buffer` DOUBLE NOT NULL COMMENT 'Buffer of SET_MARGIN_BUFFER, as a fraction of the initial margin; 0 otherwise.',
  `allocationProfile` STRING NOT NULL COMMENT 'Profile of SET_ALLOCATION_PROFILE; UNKNOWN otherwise.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'A regulator intervenes. Topic `afm.directives`, keyed by directiveId; applied at its place in the log and answered on `afm.audit`.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.directives',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"Directive","namespace":"io.attentionfutures.schemas","fields":[{"name":"directiveId","type":"string"},{"name":"issuer","type":"string"},{"name":"segment","type":"string"},{"name":"action","type":{"type":"enum","name":"DirectiveAction","symbols":["UNKNOWN","HALT","RESUME","SET_BAND","SET_POSITION_LIMIT","SUSPEND_ACCOUNT","REINSTATE_ACCOUNT","SET_ALLOCATION_PROFILE","SET_MARGIN_BUFFER"],"default":"UNKNOWN"}},{"name":"target","type":"string"},{"name":"lowTicks","type":"long","default":0},{"name":"highTicks","type":"long","default":0},{"name":"lots","type":"long","default":0},{"name":"buffer","type":"double","default":0},{"name":"allocationProfile","type":{"type":"enum","name":"AllocationProfile","symbols":["UNKNOWN","MAX_MIN","PRICE_TIME","PRO_RATA"],"default":"UNKNOWN"},"default":"UNKNOWN"}]}'
);

CREATE TABLE afm_models (
  `name` STRING NOT NULL COMMENT 'What it replaces: of each name the latest release is kept and tried on markets that appear later. Use one name per window length, e.g. `default`.',
  `releaseId` STRING NOT NULL COMMENT 'Names this release in decisions; new for every release.',
  `version` STRING NOT NULL COMMENT 'Name and version of the model, as its bundle gives them, e.g. `lstm32-e6d00f8f5e87`.',
  `uri` STRING NOT NULL COMMENT 'Where the bundle''s file is: a URI of any file system that the job''s Flink knows, readable on every task manager for as long as a market may be served with it.',
  `sha256` STRING NOT NULL COMMENT 'SHA-256 of the file, 64 lower-case hexadecimal digits; a file with another hash is refused.',
  `releasedAt` TIMESTAMP(3) NOT NULL COMMENT 'When the publisher released it, by the publisher''s clock; it takes effect at the record''s Kafka timestamp.',
  `note` STRING NOT NULL COMMENT 'For people; may be empty.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'A model bundle that the market is to try. Topic `afm.models`, keyed by name.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.models',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"ModelRelease","namespace":"io.attentionfutures.schemas","fields":[{"name":"name","type":"string"},{"name":"releaseId","type":"string"},{"name":"version","type":"string"},{"name":"uri","type":"string"},{"name":"sha256","type":"string"},{"name":"releasedAt","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"note","type":"string"}]}'
);

CREATE TABLE afm_demand (
  `market` STRING NOT NULL COMMENT 'Resource class and region, e.g. `H100.EUW1`.',
  `windowStart` TIMESTAMP(3) NOT NULL COMMENT 'Start of the window, inclusive.',
  `windowEnd` TIMESTAMP(3) NOT NULL COMMENT 'End of the window, exclusive.',
  `used` DOUBLE NOT NULL COMMENT 'Mean units in use over the window, summed over tenants; 0 where `samples` is 0.',
  `capacity` DOUBLE NOT NULL COMMENT 'Units on offer in the window; the last known where `samples` is 0.',
  `tenants` INT NOT NULL COMMENT 'Tenants heard of in the window.',
  `samples` BIGINT NOT NULL COMMENT 'Samples in the window; 0 marks a window without telemetry of tenants.',
  `providers` ARRAY<ROW<`provider` STRING NOT NULL, `units` DOUBLE NOT NULL> NOT NULL> NOT NULL COMMENT 'What the providers that reported had online, by name.',
  `closedAt` TIMESTAMP(3) NOT NULL COMMENT 'When the window closed, by the log''s clock; 0 where it is not known.',
  `largestTenantShare` DOUBLE COMMENT 'Share of `used` that the largest tenant had, 0 to 1; null where nothing was used or it is not known.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'Demand of one market in one delivery period. Topic `afm.demand`, keyed by market.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.demand',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"DemandWindow","namespace":"io.attentionfutures.schemas","fields":[{"name":"market","type":"string"},{"name":"windowStart","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"windowEnd","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"used","type":"double"},{"name":"capacity","type":"double"},{"name":"tenants","type":"int"},{"name":"samples","type":"long"},{"name":"providers","type":{"type":"array","items":{"type":"record","name":"ProviderUnits","fields":[{"name":"provider","type":"string"},{"name":"units","type":"double"}]}},"default":[]},{"name":"closedAt","type":{"type":"long","logicalType":"timestamp-millis"},"default":0},{"name":"largestTenantShare","type":["null","double"],"default":null}]}'
);

CREATE TABLE afm_forecasts (
  `market` STRING NOT NULL COMMENT 'Resource class and region, e.g. `H100.EUW1`.',
  `forecastAt` TIMESTAMP(3) NOT NULL COMMENT 'When the forecast was made, by the log''s clock.',
  `dataAsOf` TIMESTAMP(3) NOT NULL COMMENT 'End of the last demand window that the forecast knows; the first period forecast starts here.',
  `periodMillis` BIGINT NOT NULL COMMENT 'Length of each period, milliseconds.',
  `capacity` DOUBLE NOT NULL COMMENT 'Units on offer, as last seen in telemetry.',
  `mean` ARRAY<DOUBLE NOT NULL> NOT NULL COMMENT 'Expected units of demand per period, next period first.',
  `deviation` ARRAY<DOUBLE NOT NULL> NOT NULL COMMENT 'Standard deviation of the demand of each period, units.',
  `probabilities` ARRAY<DOUBLE NOT NULL> NOT NULL COMMENT 'Probabilities of the quantiles, ascending, between 0 and 1.',
  `quantiles` ARRAY<ARRAY<DOUBLE NOT NULL> NOT NULL> NOT NULL COMMENT 'Units of demand at each probability, one array per period.',
  `model` STRING NOT NULL COMMENT 'Name and version of the model that made the forecast.',
  `fallback` BOOLEAN NOT NULL COMMENT 'True where a statistical forecaster stood in for the model.',
  `fallbackReason` STRING NOT NULL COMMENT 'Why it stood in; empty where it did not.',
  `weights` MAP<STRING NOT NULL, DOUBLE NOT NULL> NOT NULL COMMENT 'Mean share in the forecast of each forecaster that took part, by its code; they sum to 1.',
  `recentError` DOUBLE COMMENT 'Mean absolute error of the market''s forecasts over about the last week, all periods ahead, units; null before there are any.',
  `bestSimpleError` DOUBLE COMMENT 'The smallest such error of the simple forecasters (last value, last day, last week, mean of seven days), units.',
  `drift` DOUBLE COMMENT 'Error of about the last day, relative to that of repeating the last value, as a multiple of what it has been over the last weeks.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'Demand expected in each of the next delivery periods. Topic `afm.forecasts`, keyed by market.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.forecasts',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"DemandForecast","namespace":"io.attentionfutures.schemas","fields":[{"name":"market","type":"string"},{"name":"forecastAt","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"dataAsOf","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"periodMillis","type":"long"},{"name":"capacity","type":"double"},{"name":"mean","type":{"type":"array","items":"double"}},{"name":"deviation","type":{"type":"array","items":"double"}},{"name":"probabilities","type":{"type":"array","items":"double"}},{"name":"quantiles","type":{"type":"array","items":{"type":"array","items":"double"}}},{"name":"model","type":"string"},{"name":"fallback","type":"boolean"},{"name":"fallbackReason","type":"string"},{"name":"weights","type":{"type":"map","values":"double"},"default":{}},{"name":"recentError","type":["null","double"],"default":null},{"name":"bestSimpleError","type":["null","double"],"default":null},{"name":"drift","type":["null","double"],"default":null}]}'
);

CREATE TABLE afm_model_decisions (
  `time` TIMESTAMP(3) NOT NULL COMMENT 'When it was made, by the log''s clock.',
  `name` STRING NOT NULL COMMENT 'Name of the release.',
  `releaseId` STRING NOT NULL COMMENT 'Id of the release.',
  `version` STRING NOT NULL COMMENT 'Name and version of the model that was released.',
  `market` STRING NOT NULL COMMENT 'The market; empty for what holds for all: whether the bundle can be used at all.',
  `decision` STRING NOT NULL COMMENT 'The decision.',
  `reason` STRING NOT NULL COMMENT 'Why, in one line.',
  `challengerError` DOUBLE COMMENT 'Mean absolute error of the released model in the comparison, units; null without one.',
  `championError` DOUBLE COMMENT 'The same of what served before, units; null without one.',
  `windows` INT NOT NULL COMMENT 'Forecasts per model that were compared, each of them 24 windows long; 0 without a comparison.',
  `servingVersion` STRING NOT NULL COMMENT 'Name and version of the model that serves the market after the decision; empty if none does, or for all markets.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'A decision about a release, for all markets or for one. Topic `afm.model-decisions`, keyed by release name.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.model-decisions',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"ModelDecision","namespace":"io.attentionfutures.schemas","fields":[{"name":"time","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"name","type":"string"},{"name":"releaseId","type":"string"},{"name":"version","type":"string"},{"name":"market","type":"string"},{"name":"decision","type":{"type":"enum","name":"ReleaseDecision","symbols":["UNKNOWN","ADOPTED","REFUSED","PENDING"],"default":"UNKNOWN"}},{"name":"reason","type":"string"},{"name":"challengerError","type":["null","double"],"default":null},{"name":"championError","type":["null","double"],"default":null},{"name":"windows","type":"int"},{"name":"servingVersion","type":"string"}]}'
);

CREATE TABLE afm_retraining (
  `market` STRING NOT NULL COMMENT 'The market whose forecasts are no longer good enough.',
  `time` TIMESTAMP(3) NOT NULL COMMENT 'When it asked, by the log''s clock.',
  `reason` STRING NOT NULL COMMENT 'Why, in one line.',
  `recentError` DOUBLE NOT NULL COMMENT 'Mean absolute error of the market''s forecasts over about the last week, units.',
  `bestSimpleError` DOUBLE NOT NULL COMMENT 'The smallest such error of the simple forecasters, units.',
  `drift` DOUBLE NOT NULL COMMENT 'Error of about the last day, relative to that of repeating the last value, as a multiple of what it has been over the last weeks.',
  `threshold` DOUBLE NOT NULL COMMENT 'What `drift`, or `recentError` as a multiple of `bestSimpleError`, was above.',
  `periodMillis` BIGINT NOT NULL COMMENT 'Length of the market''s windows, milliseconds.',
  `servingVersion` STRING NOT NULL COMMENT 'Name and version of the model that serves the market; empty if none does.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'The market asks for a model to be trained anew. Topic `afm.retraining`, keyed by market.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.retraining',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"RetrainingRequest","namespace":"io.attentionfutures.schemas","fields":[{"name":"market","type":"string"},{"name":"time","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"reason","type":"string"},{"name":"recentError","type":"double"},{"name":"bestSimpleError","type":"double"},{"name":"drift","type":"double"},{"name":"threshold","type":"double"},{"name":"periodMillis","type":"long"},{"name":"servingVersion","type":"string"}]}'
);

CREATE TABLE afm_prices (
  `contract` STRING NOT NULL COMMENT 'Contract code, e.g. `H100.EUW1.1H.20261122T14Z`.',
  `segment` STRING NOT NULL COMMENT 'Clearing segment.',
  `time` TIMESTAMP(3) NOT NULL COMMENT 'When the call took place, by the log''s clock.',
  `sequence` BIGINT NOT NULL COMMENT 'Place among all outputs of the segment, from 0 without gaps.',
  `kind` STRING NOT NULL COMMENT 'What it is the price of.',
  `priceTicks` BIGINT NOT NULL COMMENT 'Auction price in ticks; the reference price where `ruleStep` is NO_PRICE.',
  `volumeLots` BIGINT NOT NULL COMMENT 'Lots traded.',
  `surplusLots` BIGINT NOT NULL COMMENT 'Buy less sell lots at the price: positive where buyers were left over.',
  `ruleStep` STRING NOT NULL COMMENT 'The rule that decided the price.',
  `referenceTicks` BIGINT NOT NULL COMMENT 'Reference price of the call, ticks.',
  `forecastWeight` DOUBLE NOT NULL COMMENT 'Weight of the scarcity price in the reference, 0 to 1.',
  `marketWeight` DOUBLE NOT NULL COMMENT 'Weight of the last auction price in the reference, 0 to 1.',
  `autoregressiveWeight` DOUBLE NOT NULL COMMENT 'Weight of the autoregressive price in the reference, 0 to 1.',
  `autoregressiveTicks` BIGINT COMMENT 'Price that the settlement prices and the demand of past periods foretell, ticks; null where it does not count.',
  `autoregressiveDeviationTicks` DOUBLE COMMENT 'How far off it was for periods as far ahead, root mean square, ticks; null where it does not count.',
  `scarcityTicks` BIGINT COMMENT 'Scarcity price from the forecast, ticks; null without a forecast.',
  `lossOfLoadProbability` DOUBLE COMMENT 'Probability that demand exceeds capacity less reserve; null without a forecast.',
  `bandLowTicks` BIGINT NOT NULL COMMENT 'Lowest admissible price, ticks.',
  `bandHighTicks` BIGINT NOT NULL COMMENT 'Highest admissible price, ticks.',
  `bestBidTicks` BIGINT COMMENT 'Highest buy limit left in the book, ticks; null if none.',
  `bestAskTicks` BIGINT COMMENT 'Lowest sell limit left in the book, ticks; null if none.',
  `phase` STRING NOT NULL COMMENT 'What the contract''s trading was in.',
  `settlementTier` STRING NOT NULL COMMENT 'How the settlement price was found; NONE where `kind` is not SETTLEMENT.',
  `bookHash` STRING NOT NULL COMMENT 'Hash of the orders that took part, hexadecimal.',
  `previousHash` STRING NOT NULL COMMENT 'Hash of this contract''s price before this one, hexadecimal; zeros for the first.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'Outcome of one call of one contract. Topic `afm.prices`, keyed by contract.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.prices',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"Price","namespace":"io.attentionfutures.schemas","fields":[{"name":"contract","type":"string"},{"name":"segment","type":"string"},{"name":"time","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"sequence","type":"long"},{"name":"kind","type":{"type":"enum","name":"PriceKind","symbols":["UNKNOWN","INDICATIVE","CLEARING","SETTLEMENT","INDEX"],"default":"UNKNOWN"}},{"name":"priceTicks","type":"long"},{"name":"volumeLots","type":"long"},{"name":"surplusLots","type":"long"},{"name":"ruleStep","type":{"type":"enum","name":"RuleStep","symbols":["UNKNOWN","NO_PRICE","UNIQUE","MIN_SURPLUS","REFERENCE","PRESSURE_BUY","PRESSURE_SELL"],"default":"UNKNOWN"}},{"name":"referenceTicks","type":"long"},{"name":"forecastWeight","type":"double"},{"name":"marketWeight","type":"double"},{"name":"autoregressiveWeight","type":"double","default":0},{"name":"autoregressiveTicks","type":["null","long"],"default":null},{"name":"autoregressiveDeviationTicks","type":["null","double"],"default":null},{"name":"scarcityTicks","type":["null","long"],"default":null},{"name":"lossOfLoadProbability","type":["null","double"],"default":null},{"name":"bandLowTicks","type":"long"},{"name":"bandHighTicks","type":"long"},{"name":"bestBidTicks","type":["null","long"],"default":null},{"name":"bestAskTicks","type":["null","long"],"default":null},{"name":"phase","type":{"type":"enum","name":"CallPhase","symbols":["UNKNOWN","ENTRY","FREEZE","EXTENDED","HALTED","CLOSED"],"default":"UNKNOWN"},"default":"UNKNOWN"},{"name":"settlementTier","type":{"type":"enum","name":"SettlementTier","symbols":["UNKNOWN","NONE","VWAP","LAST_TRADE","NEIGHBOUR","MODEL"],"default":"UNKNOWN"},"default":"NONE"},{"name":"bookHash","type":"string"},{"name":"previousHash","type":"string"}]}'
);

CREATE TABLE afm_depth (
  `contract` STRING NOT NULL COMMENT 'Contract code.',
  `segment` STRING NOT NULL COMMENT 'Clearing segment.',
  `time` TIMESTAMP(3) NOT NULL COMMENT 'When the call took place, by the log''s clock.',
  `sequence` BIGINT NOT NULL COMMENT 'Place among all outputs of the segment.',
  `bids` ARRAY<ROW<`priceTicks` BIGINT NOT NULL, `lots` BIGINT NOT NULL, `orders` INT NOT NULL> NOT NULL> NOT NULL COMMENT 'Buy levels, highest limit first.',
  `asks` ARRAY<ROW<`priceTicks` BIGINT NOT NULL, `lots` BIGINT NOT NULL, `orders` INT NOT NULL> NOT NULL> NOT NULL COMMENT 'Sell levels, lowest limit first.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'The book after a call, without names and without market orders. Topic `afm.depth`, keyed by contract.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.depth',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"BookDepth","namespace":"io.attentionfutures.schemas","fields":[{"name":"contract","type":"string"},{"name":"segment","type":"string"},{"name":"time","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"sequence","type":"long"},{"name":"bids","type":{"type":"array","items":{"type":"record","name":"DepthLevel","fields":[{"name":"priceTicks","type":"long"},{"name":"lots","type":"long"},{"name":"orders","type":"int"}]}}},{"name":"asks","type":{"type":"array","items":"DepthLevel"}}]}'
);

CREATE TABLE afm_executions (
  `account` STRING NOT NULL COMMENT 'Whose order it is.',
  `segment` STRING NOT NULL COMMENT 'Clearing segment.',
  `time` TIMESTAMP(3) NOT NULL COMMENT 'When it happened, by the log''s clock.',
  `sequence` BIGINT NOT NULL COMMENT 'Place among all outputs of the segment.',
  `clientOrderId` STRING NOT NULL COMMENT 'Id of the command, or of the order for TRADE and EXPIRED.',
  `originalClientOrderId` STRING NOT NULL COMMENT 'The order that a cancel or replace names; empty otherwise.',
  `contract` STRING NOT NULL COMMENT 'Contract code as received.',
  `executionType` STRING NOT NULL COMMENT 'What happened.',
  `side` STRING NOT NULL COMMENT 'Side of the order; UNKNOWN in the rejection of a command for an order that is not known.',
  `limitTicks` BIGINT NOT NULL COMMENT 'Limit of the order, ticks; 0 for market orders.',
  `orderLots` BIGINT NOT NULL COMMENT 'Quantity of the order, lots: cumulative + leaves + cancelled.',
  `cumulativeLots` BIGINT NOT NULL COMMENT 'Lots filled so far.',
  `leavesLots` BIGINT NOT NULL COMMENT 'Lots that still rest.',
  `cancelledLots` BIGINT NOT NULL COMMENT 'Lots that were cancelled or expired.',
  `lastLots` BIGINT NOT NULL COMMENT 'Lots of this fill; 0 unless TRADE.',
  `lastPriceTicks` BIGINT NOT NULL COMMENT 'Price of this fill, ticks; 0 unless TRADE.',
  `rejectionCode` STRING NOT NULL COMMENT 'Why the command was rejected (FIX OrdRejReason, CxlRejReason), e.g. `UNKNOWN_CONTRACT`; `NONE` otherwise.',
  `text` STRING NOT NULL COMMENT 'The value that failed and what was expected; empty where nothing failed.',
  `sourceTopic` STRING COMMENT 'Topic of the command that caused the report; null where no command did.',
  `sourcePartition` INT COMMENT 'Its partition.',
  `sourceOffset` BIGINT COMMENT 'Its offset.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'What became of a command or an order. Topic `afm.executions`, keyed by account.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.executions',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"ExecutionReport","namespace":"io.attentionfutures.schemas","fields":[{"name":"account","type":"string"},{"name":"segment","type":"string"},{"name":"time","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"sequence","type":"long"},{"name":"clientOrderId","type":"string"},{"name":"originalClientOrderId","type":"string"},{"name":"contract","type":"string"},{"name":"executionType","type":{"type":"enum","name":"ExecutionType","symbols":["UNKNOWN","NEW","TRADE","CANCELED","REPLACED","REJECTED","EXPIRED","SUSPENDED"],"default":"UNKNOWN"}},{"name":"side","type":{"type":"enum","name":"OrderSide","symbols":["UNKNOWN","BUY","SELL"],"default":"UNKNOWN"}},{"name":"limitTicks","type":"long"},{"name":"orderLots","type":"long"},{"name":"cumulativeLots","type":"long"},{"name":"leavesLots","type":"long"},{"name":"cancelledLots","type":"long"},{"name":"lastLots","type":"long"},{"name":"lastPriceTicks","type":"long"},{"name":"rejectionCode","type":"string"},{"name":"text","type":"string"},{"name":"sourceTopic","type":["null","string"],"default":null},{"name":"sourcePartition","type":["null","int"],"default":null},{"name":"sourceOffset","type":["null","long"],"default":null}]}'
);

CREATE TABLE afm_allocations (
  `account` STRING NOT NULL COMMENT 'Who may use the capacity.',
  `segment` STRING NOT NULL COMMENT 'Clearing segment.',
  `time` TIMESTAMP(3) NOT NULL COMMENT 'When it was granted, by the log''s clock.',
  `sequence` BIGINT NOT NULL COMMENT 'Place among all outputs of the segment.',
  `contract` STRING NOT NULL COMMENT 'Contract code.',
  `provider` STRING NOT NULL COMMENT 'Who provides the capacity.',
  `lots` BIGINT NOT NULL COMMENT 'Lots granted.',
  `priceTicks` BIGINT NOT NULL COMMENT 'Settlement price of the contract, ticks.',
  `grantStart` TIMESTAMP(3) NOT NULL COMMENT 'Start of the grant window, inclusive.',
  `grantEnd` TIMESTAMP(3) NOT NULL COMMENT 'End of the grant window, exclusive.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'Capacity that an account may use, backed by a provider. Topic `afm.allocations`, keyed by account.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.allocations',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"Allocation","namespace":"io.attentionfutures.schemas","fields":[{"name":"account","type":"string"},{"name":"segment","type":"string"},{"name":"time","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"sequence","type":"long"},{"name":"contract","type":"string"},{"name":"provider","type":"string"},{"name":"lots","type":"long"},{"name":"priceTicks","type":"long"},{"name":"grantStart","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"grantEnd","type":{"type":"long","logicalType":"timestamp-millis"}}]}'
);

CREATE TABLE afm_statements (
  `account` STRING NOT NULL COMMENT 'Whose statement it is.',
  `segment` STRING NOT NULL COMMENT 'Clearing segment.',
  `time` TIMESTAMP(3) NOT NULL COMMENT 'When it was made, by the log''s clock.',
  `sequence` BIGINT NOT NULL COMMENT 'Place among all outputs of the segment.',
  `reason` STRING NOT NULL COMMENT 'Why it was made.',
  `status` STRING NOT NULL COMMENT 'How the account stands.',
  `amount` DECIMAL(38, 0) NOT NULL COMMENT 'Money that moved for that reason, minor units, positive to the account; 0 if none.',
  `cash` DECIMAL(38, 0) NOT NULL COMMENT 'Collateral held after all variation margin, minor units of money.',
  `reserved` DECIMAL(38, 0) NOT NULL COMMENT 'Part of it that positions and orders need, minor units of money.',
  `maintenance` DECIMAL(38, 0) NOT NULL COMMENT 'What cash must not fall below, minor units of money.',
  `deadline` TIMESTAMP(3) COMMENT 'When a margin call ends in liquidation; null if there is none.',
  `positions` ARRAY<ROW<`contract` STRING NOT NULL, `lots` BIGINT NOT NULL, `markTicks` BIGINT NOT NULL> NOT NULL> NOT NULL COMMENT 'Its positions, by contract.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'How an account stands. Topic `afm.statements`, keyed by account. The segment''s own funds have statements too, as accounts `house.fees`, `house.default-fund` and `house.escrow`.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.statements',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"Statement","namespace":"io.attentionfutures.schemas","fields":[{"name":"account","type":"string"},{"name":"segment","type":"string"},{"name":"time","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"sequence","type":"long"},{"name":"reason","type":{"type":"enum","name":"StatementReason","symbols":["UNKNOWN","TRANSFER","MARGIN_CALL","MARGIN_RESTORED","LIQUIDATION","DEFAULT","SETTLEMENT","PERIODIC"],"default":"UNKNOWN"}},{"name":"status","type":{"type":"enum","name":"AccountStatus","symbols":["UNKNOWN","NORMAL","MARGIN_CALL","LIQUIDATING"],"default":"UNKNOWN"}},{"name":"amount","type":{"type":"bytes","logicalType":"decimal","precision":38,"scale":0}},{"name":"cash","type":{"type":"bytes","logicalType":"decimal","precision":38,"scale":0}},{"name":"reserved","type":{"type":"bytes","logicalType":"decimal","precision":38,"scale":0}},{"name":"maintenance","type":{"type":"bytes","logicalType":"decimal","precision":38,"scale":0}},{"name":"deadline","type":["null",{"type":"long","logicalType":"timestamp-millis"}],"default":null},{"name":"positions","type":{"type":"array","items":{"type":"record","name":"PositionLine","fields":[{"name":"contract","type":"string"},{"name":"lots","type":"long"},{"name":"markTicks","type":"long"}]}}}]}'
);

CREATE TABLE afm_surveillance (
  `segment` STRING NOT NULL COMMENT 'Clearing segment.',
  `time` TIMESTAMP(3) NOT NULL COMMENT 'When it was raised, by the log''s clock.',
  `sequence` BIGINT NOT NULL COMMENT 'Place among all outputs of the segment.',
  `kind` STRING NOT NULL COMMENT 'The rule, e.g. `SPOOFING`.',
  `account` STRING NOT NULL COMMENT 'Whose conduct; empty where the alert is about the market.',
  `contract` STRING NOT NULL COMMENT 'Contract code.',
  `score` DOUBLE NOT NULL COMMENT 'Measured value, in the rule''s unit.',
  `evidence` ARRAY<ROW<`name` STRING NOT NULL, `value` STRING NOT NULL> NOT NULL> NOT NULL COMMENT 'What was measured, in the rule''s order.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'Conduct that a regulator should look at. Topic `afm.surveillance`, keyed by account, or by contract where it is about the market.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.surveillance',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"Alert","namespace":"io.attentionfutures.schemas","fields":[{"name":"segment","type":"string"},{"name":"time","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"sequence","type":"long"},{"name":"kind","type":"string"},{"name":"account","type":"string"},{"name":"contract","type":"string"},{"name":"score","type":"double"},{"name":"evidence","type":{"type":"array","items":{"type":"record","name":"Evidence","fields":[{"name":"name","type":"string"},{"name":"value","type":"string"}]}}}]}'
);

CREATE TABLE afm_audit (
  `segment` STRING NOT NULL COMMENT 'Clearing segment.',
  `time` TIMESTAMP(3) NOT NULL COMMENT 'When it was decided, by the log''s clock.',
  `sequence` BIGINT NOT NULL COMMENT 'Place among all outputs of the segment.',
  `sourceTopic` STRING COMMENT 'Topic of the record that was decided about; null for ENACTED.',
  `sourcePartition` INT COMMENT 'Its partition.',
  `sourceOffset` BIGINT COMMENT 'Its offset.',
  `sourceTime` TIMESTAMP(3) COMMENT 'Its effective time: the latest Kafka timestamp in its partition up to it.',
  `kind` STRING NOT NULL COMMENT 'What it is about, e.g. `directive` or `contract specification`.',
  `subject` STRING NOT NULL COMMENT 'The id, market, contract or account that it is about.',
  `decision` STRING NOT NULL COMMENT 'What was decided.',
  `rejectionCode` STRING NOT NULL COMMENT 'Why it was rejected, e.g. `NOT_AUTHORISED`; `NONE` otherwise.',
  `text` STRING NOT NULL COMMENT 'What was done or what failed, for people.',
  `previousHash` STRING NOT NULL COMMENT 'Hash of the segment''s audit record before this one, hexadecimal.',
  `hash` STRING NOT NULL COMMENT 'SHA-256 over previous hash and content, hexadecimal.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'One link of a segment''s audit chain. Topic `afm.audit`, keyed by segment.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.audit',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"AuditRecord","namespace":"io.attentionfutures.schemas","fields":[{"name":"segment","type":"string"},{"name":"time","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"sequence","type":"long"},{"name":"sourceTopic","type":["null","string"],"default":null},{"name":"sourcePartition","type":["null","int"],"default":null},{"name":"sourceOffset","type":["null","long"],"default":null},{"name":"sourceTime","type":["null",{"type":"long","logicalType":"timestamp-millis"}],"default":null},{"name":"kind","type":"string"},{"name":"subject","type":"string"},{"name":"decision","type":{"type":"enum","name":"Decision","symbols":["UNKNOWN","ACCEPTED","REJECTED","ENACTED"],"default":"UNKNOWN"}},{"name":"rejectionCode","type":"string"},{"name":"text","type":"string"},{"name":"previousHash","type":"string"},{"name":"hash","type":"string"}]}'
);

CREATE TABLE afm_dead_letters (
  `topic` STRING NOT NULL COMMENT 'Topic that the record came from.',
  `partition` INT NOT NULL COMMENT 'Its partition.',
  `offset` BIGINT NOT NULL COMMENT 'Its offset.',
  `timestamp` TIMESTAMP(3) NOT NULL COMMENT 'Its Kafka timestamp.',
  `key` VARBINARY(2147483647) COMMENT 'Its key as it was; null if it had none.',
  `value` VARBINARY(2147483647) COMMENT 'Its value as it was; null if it had none.',
  `reason` STRING NOT NULL COMMENT 'What was wrong, e.g. `MALFORMED`, `LATE`, `NULL_VALUE`.',
  `error` STRING NOT NULL COMMENT 'What was wrong, for people.',
  `recordTime` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) COMMENT 'A record that the job could not use. Topic `afm.dead-letters`, without key.' WITH (
  'connector' = 'kafka',
  'topic' = 'afm.dead-letters',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8085',
  'avro-confluent.schema' = '{"type":"record","name":"DeadLetter","namespace":"io.attentionfutures.schemas","fields":[{"name":"topic","type":"string"},{"name":"partition","type":"int"},{"name":"offset","type":"long"},{"name":"timestamp","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"key","type":["null","bytes"],"default":null},{"name":"value","type":["null","bytes"],"default":null},{"name":"reason","type":"string"},{"name":"error","type":"string"}]}'
);
