import type { Answer, Received } from "../wire";
import { AutoScaling } from "./auto-scaling";
import { createClock, type Clock } from "./clock";
import { CodeDeploy } from "./code-deploy";
import { Ecs } from "./ecs";
import { Metadata } from "./metadata";
import type { Behaviours, Setting } from "./setting";
import { usualSetup, type Setup } from "./setup";
import { ParameterStore } from "./ssm";
import { startTimeline } from "./timeline";

/** The world behind the services. */
export interface World {
  /** The code of operations, by name. An operation without code is answered with a sample. */
  readonly behaviours: Behaviours;
  readonly clock: Clock;
  /** The things that it was told, for the record. */
  readonly told: () => object;
  /** Whether there is an instance that could ask for its metadata. */
  readonly hasInstance: boolean;
  /** The answer to a request that is not a service call; undefined if there is none. */
  readonly metadata: (request: Received) => Answer | undefined;
  /** Makes the announced events happen, from now on. */
  readonly start: () => void;
}

/** The settings of a world. Without a setup it has little, and whatever is named comes into being. */
export interface WorldSettings extends Partial<Omit<Setting, "isStrict">> {
  readonly setup?: Setup | undefined;
}

/** Makes a world. */
export function createWorld({
  setup: given,
  clock = createClock(),
  happened = () => undefined,
  onHook = () => undefined,
}: WorldSettings = {}): World {
  const setup = given ?? usualSetup;
  const setting: Setting = { clock, isStrict: given !== undefined, happened, onHook };
  const groups = new AutoScaling(setting, setup.groups ?? []);
  const deployments = new CodeDeploy(setting, setup.applications ?? []);
  const services = new Ecs(setting, setup.services ?? []);
  const parameters = new ParameterStore(setting, setup.parameters ?? []);
  const [first] = (setup.groups ?? []).flatMap(({ instances = [] }) => instances);
  const { instance: own = first?.id ?? setup.events?.find(({ launch }) => launch?.instance)?.launch?.instance } = setup;
  const metadata = new Metadata(setting, () => (own === undefined ? undefined : groups.instance(own)));
  return {
    behaviours: {
      ...groups.behaviours,
      ...deployments.behaviours,
      ...services.behaviours,
      ...parameters.behaviours,
    },
    clock,
    told: () => ({ hooks: groups.hooks(), executions: deployments.executions() }),
    hasInstance: own !== undefined,
    metadata: (request) => metadata.answer(request),
    start: () => {
      services.start();
      startTimeline(setup.events ?? [], { groups, services, metadata }, setting);
    },
  };
}
