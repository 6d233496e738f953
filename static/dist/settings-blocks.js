import{a as s,j as t,o as e}from"./settings.js";import{E as a,Ia as n,J as l,_ as o,ca as i,r as d,u as c}from"./app.js";var r=["1","7","30","0"];function b({draft:s,call:t,say:e,nameOf:o,loaded:i,failed:b,changed:u,toggle:g}){let m=async a=>{if(a.preventDefault(),s.busy)return;s.busy=!0;let n=Number(s.days),d=n?new Date(Date.now()+864e5*n).toISOString():null;try{let a=await t("POST","/blocks",{address:s.address.trim(),reason:s.reason.trim()||null,until:d});Object.assign(s,{open:!1,address:"",reason:"",wrong:""}),e(l("settings_blocks.added",{name:o(a)})),await i.load()}catch(t){let{code:e,field:a}=t;"invalid"===e&&"address"===a?s.wrong="settings_blocks.address_wrong":"block_limit"===e?s.wrong="settings_blocks.full":b(t)}s.busy=!1,u()};return()=>d`<form class="set-stack" novalidate @submit=${m}>
<div class="set-columns">
<div class="set-field">
<div class="set-label"><label for="block-address">${l("settings_blocks.address")}</label></div>
<input
id="block-address"
class="input mono"
autocomplete="off"
placeholder="203.0.113.7"
aria-invalid=${s.wrong?"true":c}
aria-describedby="block-wrong block-hint"
.value=${a(s.address)}
@input=${t=>Object.assign(s,{address:t.target.value,wrong:""})}
/>
<p class="field-hint" id="block-hint">${l("settings_blocks.address_hint")}</p>
<p class="field-error" id="block-wrong" role="alert">${s.wrong?l(s.wrong):""}</p>
</div>
<div class="set-field">
<div class="set-label"><label for="block-reason">${l("settings_blocks.reason")}</label></div>
<input
id="block-reason"
class="input"
autocomplete="off"
maxlength=${200}
.value=${a(s.reason)}
@input=${t=>s.reason=t.target.value}
/>
</div>
</div>
<div class="set-actions">
${n("block-days",r.map(s=>({value:s,label:l(`settings_blocks.days_${s}`)})),s.days,t=>s.days=t,l("settings_blocks.for"))}
<button class="button quiet" type="button" @click=${g}>${l("settings_frame.cancel")}</button>
<button class="button primary" type="submit" aria-busy=${s.busy}>${l("settings_blocks.block")}</button>
</div>
</form>`}function u({call:a,changed:n,say:r,failed:u}){let g=e(async()=>{let s=a("GET","/agents?limit=200"),t=[],e="";for(let s=0;s<5;s+=1){let s=await a("GET","/blocks?limit=200"+(e?`&cursor=${encodeURIComponent(e)}`:""));if(t.push(...s.items),e=s.next_cursor,!e)break}return{items:t,agents:new Map((await s).items.map(s=>[s.id,s.name]))}},n),m={open:!1,address:"",reason:"",days:"7",wrong:"",busy:!1},p=s=>s.address??s.name??l("settings_blocks.nameless"),k=()=>{m.open=!m.open,n(),m.open&&requestAnimationFrame(()=>document.getElementById("block-address")?.focus())},f=b({draft:m,call:a,say:r,nameOf:p,loaded:g,failed:u,changed:n,toggle:k});return{start:g.load,body:()=>g.view(({items:e,agents:n})=>t(l("settings_blocks.title"),d`${m.open?f():c}
${e.length?d`<ul class="things">
${e.map(t=>((t,e)=>{let n=Date.now(),c=[t.reason,t.agent_id?l("settings_blocks.by",{name:e.get(t.agent_id)??"?"}):l("settings_blocks.by_command"),o(t.blocked_at,n),t.until?l("settings_blocks.until",{time:i(t.until)}):null];return d`<li class="thing">
<span class="thing-mark">${s(t.address?"monitor":"user")}</span>
<div class="thing-what">
<span class="thing-name">${p(t)}</span>
<span class="thing-about" title=${i(t.blocked_at)}>${c.filter(Boolean).join(" · ")}</span>
</div>
<div class="thing-does">
<button type="button" class="button" aria-label=${l("settings_blocks.lift_one",{name:p(t)})} @click=${()=>(async s=>{try{await a("DELETE",`/blocks/${s.id}`,{}),r(l("settings_blocks.lifted",{name:p(s)}))}catch(s){u(s)}await g.load()})(t)}>
${l("settings_blocks.lift")}
</button>
</div>
</li>`})(t,n))}
</ul>`:d`<p class="field-hint">${l("settings_blocks.none")}</p>`}`,l("settings_blocks.intro"),m.open?c:d`<button type="button" class="button" @click=${k}>${l("settings_blocks.add")}</button>`))}}export{u as blocksPage};
