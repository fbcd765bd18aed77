import type { AutoScaling } from "./auto-scaling";
import type { Ecs } from "./ecs";
import type { Instance } from "./lifecycle";
import type { Metadata } from "./metadata";
import type { Setting } from "./setting";
import type { TimedEvent } from "./setup";

/** The parts of a world that events act on. */
interface Parts {
  readonly groups: AutoScaling;
  readonly services: Ecs;
  readonly metadata: Metadata;
}

/** The length of a Spot Instance's notice, in seconds. */
const noticeSeconds = 120;

/** Makes the events of a world file happen. An event about something that no longer exists is only logged. */
export function startTimeline(events: readonly TimedEvent[], parts: Parts, setting: Setting): void {
  for (const event of events)
    setting.clock.after(event.after, () => {
      happen(event, parts, setting);
    });
}

function happen(
  { launch, terminate, spot, deploy }: TimedEvent,
  { groups, services, metadata }: Parts,
  setting: Setting,
) {
  const withInstance = (id: string | undefined, act: (instance: Instance) => void): void => {
    const instance = id === undefined ? undefined : groups.instance(id);
    if (instance) act(instance);
    else if (id !== undefined) setting.happened(`there is no instance ${id}`, { instance: id });
  };
  if (launch) {
    const group = groups.groups.get(launch.group);
    if (group) groups.lifecycle.launch(group, launch.instance);
    else setting.happened(`there is no group ${launch.group}`, { group: launch.group });
  }
  withInstance(terminate, (instance) => {
    groups.lifecycle.terminate(instance);
  });
  withInstance(spot, (instance) => {
    const time = setting.clock.now() + noticeSeconds * 1000;
    metadata.notice(instance.id, time);
    setting.happened(`${instance.id} is taken away in two minutes`, { instance: instance.id });
    setting.clock.after(noticeSeconds, () => {
      if (instance.state !== "Terminated") groups.lifecycle.remove(instance);
    });
  });
  if (deploy) services.deploy(deploy.service, deploy.cluster);
}
