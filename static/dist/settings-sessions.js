import{a as s,j as e,o as t}from"./settings.js";import{J as i,W as a,ca as n,r as c,u as l}from"./app.js";function d({call:d,changed:o,say:r,failed:g,ask:v}){let _=t(async()=>(await d("GET","/agents/me/sessions")).items,o),u=s=>{let e=s.device;return e?[e.app??e.browser,e.os].filter(Boolean).join(" · ")||i(`settings_devices.kind_${e.kind}`):s.user_agent||i("settings_devices.unknown")},p=async()=>{if(!await v({title:i("settings_devices.all_ask"),text:i("settings_devices.all_means"),confirm:i("settings_devices.all")}))return;let s=(_.value??[]).filter(s=>!s.current);try{for(let e of s)await d("DELETE",`/agents/me/sessions/${e.id}`,{});r(i("settings_devices.all_ended"))}catch(s){g(s)}await _.load()};return{start:_.load,body:()=>_.view(t=>e(i("settings_devices.title"),c`<ul class="things">
${t.map(e=>c`<li class="thing">
<span class="thing-mark">${s("phone"===e.device?.kind||"tablet"===e.device?.kind?"smartphone":"monitor")}</span>
<div class="thing-what">
<span class="thing-name">${u(e)}${e.current?c`<span class="chip chip-ok">${i("settings_devices.this")}</span>`:l}</span>
<span class="thing-about" title=${n(e.last_seen_at)}
>${[e.address,e.current?null:i("settings_devices.seen",{time:a(e.last_seen_at,Date.now())}),i("settings_devices.since",{time:n(e.created_at)})].filter(Boolean).join(" · ")}</span
>
</div>
<div class="thing-does">
${e.current?l:c`<button type="button" class="button" aria-label=${i("settings_devices.end_one",{device:u(e)})} @click=${()=>(async s=>{try{await d("DELETE",`/agents/me/sessions/${s.id}`,{}),r(i("settings_devices.ended",{device:u(s)}))}catch(s){g(s)}await _.load()})(e)}>${i("settings_devices.end")}</button>`}
</div>
</li>`)}
</ul>`,i("settings_devices.intro"),t.some(s=>!s.current)?c`<button type="button" class="button" @click=${p}>${i("settings_devices.all")}</button>`:l))}}export{d as sessionsPage};
